//! Release health and what was sent, in numbers.

super::operations! {
    get_sessions::GetOrganizationSessions,
    list_stats_v2::ListOrganizationStatsV2,
    list_project_stats::ListProjectStats,
}

pub use self::get_sessions::{SessionStatus, Sessions, SessionsBy, SessionsGroup};
pub use self::list_project_stats::{ProjectStat, ProjectStatsPoint, StatsResolution};
pub use self::list_stats_v2::{
    DataCategory, Outcome, Stats, StatsBy, StatsField, StatsGroup, StatsGroupBy,
};
