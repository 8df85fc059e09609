//! Who used the application, and where on Earth.

super::fields! {
    /// The user, as `id:`, `email:`, `username:` or `ip:` with the value.
    USER = "user": Text.several();
    /// The user's e-mail address.
    USER_EMAIL = "user.email": Text;
    /// The city that the user's address points to.
    USER_GEO_CITY = "user.geo.city": Text;
    /// The two letters of the user's country.
    USER_GEO_COUNTRY_CODE = "user.geo.country_code": Text.suggested(&["US", "DE", "GB", "FR", "IN", "JP"]);
    /// The name of the user's country.
    USER_GEO_REGION = "user.geo.region": Text;
    /// The user's state or province.
    USER_GEO_SUBDIVISION = "user.geo.subdivision": Text;
    /// The number of the part of the continent, by the UN's list: 154 is Northern Europe.
    USER_GEO_SUBREGION = "user.geo.subregion": Text;
    /// The user's id in the application.
    USER_ID = "user.id": Text;
    /// The user's network address.
    USER_IP = "user.ip": Text;
    /// The user's name in the application.
    USER_USERNAME = "user.username": Text;
}
