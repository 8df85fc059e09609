//! The declarative core: what an operation is, in one table.

/// Declares an operation: its struct, its [`Endpoint`](crate::Endpoint), its pages and its
/// setters.
///
/// ```text
/// operation! {
///     /// Lists the notes of a thing.                        The first line is its summary.
///     ///
///     /// Source: [List Notes](https://…).
///     ListNotes(organization, thing; kind: Kind = "noteKind")
///     GET "/api/0/organizations/{organization_id_or_slug}/things/{thing_id}/notes/"
///         -> pages of Note;
///     scopes "org:read", "org:write";
///
///     /// Keeps the notes of this author.
///     text author;
/// }
/// ```
///
/// - In the parentheses: the values of the path in their order, then after `;` the arguments
///   that the operation cannot do without. Both are the parameters of `ListNotes::new`.
/// - It answers `T`, `pages of T` where the answer is a list, or `pages of T, in list of A`
///   where the list is the field `list` of the answer `A`.
/// - `older "/api/0/issues/{issue_id}/…";` is the route of servers that lack the first one.
/// - `takes 120 seconds;` is how long it may take where the client allows less.
/// - `within period;` gives it `stats_period` and `between`.
/// - `shared change: IssueChange;` are arguments that another operation has too. They are the
///   fields of that type, and their setters are written by hand for all that have it.
/// - An argument is in the query of a GET and a DELETE, and in the JSON body of anything
///   else but for those in `in query { … }`. It is named on the wire as here, or as after `=`.
///
/// Kinds of arguments: `text` and `texts` for one text and many, `one x: T` and `many x: T`
/// for other types, `time` for a moment, `bit` for a truth that is written as `1` or `0`,
/// `null_text` and `null_time` for what an update can also take away, and
/// `own x: T` for one whose setter is written by hand.
macro_rules! operation {
    (@first $first:literal $($rest:literal)*) => { $first };
    (@scopes) => { "no scope is needed" };
    (@scopes $first:literal $($scope:literal)*) => {
        concat!("any one of these scopes suffices: `", $first, "`", $(", `", $scope, "`",)*)
    };
    (@paged) => { false };
    (@paged $cursor:ident) => { true };

    (@declare [$($doc:literal)+] $name:ident
        ($($path:ident),* $(; $($given:ident: $given_type:ty $(= $given_wire:literal)?),+)?)
        $method:ident $template:literal [$output:ty] [$($cursor:ident)?]
        scopes $($scope:literal),*;
        $(older $older:literal;)?
        $(takes $seconds:literal seconds;)?
        $(within $period:ident;)?
        $(shared $shared:ident: $shared_type:ty;)?
        $($(#[doc = $about:literal])+ $kind:ident $field:ident $(: $type:ty)? $(= $wire:literal)?;)*
        $(in query {
            $($(#[doc = $asked_about:literal])+
                $asked_kind:ident $asked:ident $(: $asked_type:ty)? $(= $asked_wire:literal)?;)+
        })?
    ) => {
        $(#[doc = $doc])+
        ///
        #[doc = concat!(
            "`", stringify!($method), " ", $template, "`; ",
            $crate::operation::operation!(@scopes $($scope)*), "."
        )]
        #[derive(Debug, Clone, serde::Serialize)]
        #[non_exhaustive]
        pub struct $name {
            $(#[serde(skip)] $path: String,)*
            $($($(#[serde(rename = $given_wire)])? $given: $given_type,)+)?
            $(#[serde(flatten)] $period: $crate::wire::Period,)?
            $(#[serde(flatten)] $shared: $shared_type,)?
            $(
                $(#[serde(rename = $wire)])?
                #[serde(skip_serializing_if = "crate::wire::Unset::is_unset")]
                $field: $crate::operation::argument!(type $kind $($type)?),
            )*
            $($(#[serde(skip)] $asked: $crate::operation::argument!(type $asked_kind $($asked_type)?),)+)?
            $(
                #[serde(skip_serializing_if = "crate::wire::Unset::is_unset")]
                $cursor: Option<$crate::Cursor>,
            )?
        }

        impl $name {
            #[allow(clippy::new_without_default, reason = "it begins at a handle")]
            pub(crate) fn new(
                $($path: impl Into<String>,)*
                $($($given: $given_type,)+)?
            ) -> Self {
                Self {
                    $($path: $path.into(),)*
                    $($($given,)+)?
                    $($period: Default::default(),)?
                    $($shared: Default::default(),)?
                    $($field: Default::default(),)*
                    $($($asked: Default::default(),)+)?
                    $($cursor: None,)?
                }
            }
        }

        impl $crate::endpoints::Declared for $name {
            const SUMMARY: &'static str = $crate::operation::operation!(@first $($doc)+);
            const PAGES: bool = $crate::operation::operation!(@paged $($cursor)?);
        }

        impl $crate::Endpoint for $name {
            const METHOD: http::Method = http::Method::$method;
            const PATH: &'static str = $template;
            const SCOPES: &'static [&'static str] = &[$($scope),*];
            $(const TIMEOUT: Option<std::time::Duration> = Some(std::time::Duration::from_secs($seconds));)?
            type Output = $output;

            fn path_values(&self) -> Vec<&str> {
                vec![$(&self.$path),*]
            }

            $(
                fn older_route(&self) -> Option<$crate::OlderRoute<'_>> {
                    Some($crate::OlderRoute {
                        path: $older,
                        organization: &self.organization,
                        issue: &self.issue,
                        rest: self.path_values().into_iter().skip(2).collect(),
                    })
                }
            )?

            $(
                fn query(&self) -> Result<String, $crate::Error> {
                    #[derive(serde::Serialize)]
                    struct Query<'a> {$(
                        $(#[serde(rename = $asked_wire)])?
                        #[serde(skip_serializing_if = "crate::wire::Unset::is_unset")]
                        $asked: &'a $crate::operation::argument!(type $asked_kind $($asked_type)?),
                    )+}
                    $crate::endpoint::encode_query(&Query { $($asked: &self.$asked),+ })
                }
            )?

            fn body(&self) -> Result<Option<bytes::Bytes>, $crate::Error> {
                const ARGUMENTS: &[&str] = &[
                    $($(stringify!($given),)+)?
                    $(stringify!($shared),)?
                    $(stringify!($field),)*
                ];
                $crate::endpoint::body_of(self, !ARGUMENTS.is_empty())
            }
        }

        impl $crate::Call<$name> {
            $($crate::operation::period!($period);)?
            $($crate::operation::argument!(setter $kind $field ($($type)?) $($about)+);)*
            $($($crate::operation::argument!(setter $asked_kind $asked ($($asked_type)?) $($asked_about)+);)+)?
        }
    };

    (
        $(#[doc = $doc:literal])+ $name:ident $arguments:tt
        $method:ident $template:literal -> pages of $item:ty, in $list:ident of $output:ty;
        $($rest:tt)*
    ) => {
        $crate::operation::operation! {
            @declare [$($doc)+] $name $arguments $method $template [$output] [cursor] $($rest)*
        }

        impl $crate::Paginated for $name {
            type Item = $item;

            fn items(output: Self::Output) -> Vec<$item> {
                output.$list
            }

            fn set_cursor(&mut self, cursor: $crate::Cursor) {
                self.cursor = Some(cursor);
            }
        }
    };

    (
        $(#[doc = $doc:literal])+ $name:ident $arguments:tt
        $method:ident $template:literal -> pages of $item:ty;
        $($rest:tt)*
    ) => {
        $crate::operation::operation! {
            @declare [$($doc)+] $name $arguments $method $template [Vec<$item>] [cursor] $($rest)*
        }

        impl $crate::Paginated for $name {
            type Item = $item;

            fn items(output: Self::Output) -> Vec<$item> {
                output
            }

            fn set_cursor(&mut self, cursor: $crate::Cursor) {
                self.cursor = Some(cursor);
            }
        }
    };

    (
        $(#[doc = $doc:literal])+ $name:ident $arguments:tt
        $method:ident $template:literal -> $output:ty;
        $($rest:tt)*
    ) => {
        $crate::operation::operation! {
            @declare [$($doc)+] $name $arguments $method $template [$output] [] $($rest)*
        }
    };
}
pub(crate) use operation;

/// The type and the setter of each kind of argument.
macro_rules! argument {
    (type text) => { Option<String> };
    (type texts) => { Vec<String> };
    (type one $type:ty) => { Option<$type> };
    (type own $type:ty) => { Option<$type> };
    (type many $type:ty) => { Vec<$type> };
    (type time) => { Option<$crate::wire::Moment> };
    (type null_text) => { Option<$crate::Nullable<String>> };
    (type null_time) => { Option<$crate::Nullable<$crate::wire::Moment>> };
    (type bit) => { Option<$crate::wire::Bit> };

    (setter text $field:ident () $($about:literal)+) => {
        $(#[doc = $about])+
        pub fn $field(self, $field: impl Into<String>) -> Self {
            self.with(|call| call.$field = Some($field.into()))
        }
    };
    (setter texts $field:ident () $($about:literal)+) => {
        $(#[doc = $about])+
        pub fn $field(self, $field: impl Into<String>) -> Self {
            self.with(|call| call.$field.push($field.into()))
        }
    };
    (setter one $field:ident ($type:ty) $($about:literal)+) => {
        $(#[doc = $about])+
        pub fn $field(self, $field: $type) -> Self {
            self.with(|call| call.$field = Some($field))
        }
    };
    (setter many $field:ident ($type:ty) $($about:literal)+) => {
        $(#[doc = $about])+
        pub fn $field(self, $field: $type) -> Self {
            self.with(|call| call.$field.push($field))
        }
    };
    (setter time $field:ident () $($about:literal)+) => {
        $(#[doc = $about])+
        pub fn $field(self, $field: time::OffsetDateTime) -> Self {
            self.with(|call| call.$field = Some($crate::wire::Moment($field)))
        }
    };
    (setter null_text $field:ident () $($about:literal)+) => {
        $(#[doc = $about])+
        ///
        /// [`Null`](crate::Null) takes away what is there.
        pub fn $field(self, $field: impl Into<$crate::Nullable<String>>) -> Self {
            self.with(|call| call.$field = Some($field.into()))
        }
    };
    (setter null_time $field:ident () $($about:literal)+) => {
        $(#[doc = $about])+
        ///
        /// [`Null`](crate::Null) takes away what is there.
        pub fn $field(self, $field: impl Into<$crate::Nullable<time::OffsetDateTime>>) -> Self {
            self.with(|call| call.$field = Some($field.into().map($crate::wire::Moment)))
        }
    };
    (setter bit $field:ident () $($about:literal)+) => {
        $(#[doc = $about])+
        pub fn $field(self, $field: bool) -> Self {
            self.with(|call| call.$field = Some($crate::wire::Bit($field)))
        }
    };
    (setter own $($rest:tt)*) => {};
}
pub(crate) use argument;

/// The setters of a period.
macro_rules! period {
    ($period:ident) => {
        /// Looks at the newest part alone: so many seconds (`s`), minutes (`m`), hours (`h`),
        /// days (`d`) or weeks (`w`) back from now, such as `24h` or `14d`. Where `between` is
        /// set too, Sentry takes this one.
        pub fn stats_period(self, period: impl Into<String>) -> Self {
            self.with(|call| call.$period.newest = Some(period.into()))
        }

        /// Looks at the time between two moments alone.
        pub fn between(self, start: time::OffsetDateTime, end: time::OffsetDateTime) -> Self {
            self.with(|call| {
                call.$period.start = Some($crate::wire::Moment(start));
                call.$period.end = Some($crate::wire::Moment(end));
            })
        }
    };
}
pub(crate) use period;

/// Declares a handle: a place in the tree of paths from which operations begin, and the
/// method that leads there from the handle before it.
macro_rules! handle {
    (
        $(#[doc = $doc:literal])+
        $name:ident: $parent:ident($($inherited:ident),*)
        $(#[doc = $about:literal])+
        . $field:ident
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone)]
        pub struct $name {
            pub(crate) client: $crate::Client,
            $(pub(crate) $inherited: String,)*
            pub(crate) $field: String,
        }

        impl $parent {
            $(#[doc = $about])+
            pub fn $field(&self, $field: impl Into<String>) -> $name {
                $name {
                    client: self.client.clone(),
                    $($inherited: self.$inherited.clone(),)*
                    $field: $field.into(),
                }
            }
        }
    };
}
pub(crate) use handle;
