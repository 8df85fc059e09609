//! The nouns that more than one operation answers with.
//!
//! Every struct is open to fields it does not name, and nearly every field is optional:
//! servers leave out what they do not know, and `collapse` takes away more.
//! A field that has another shape than the one here counts as absent when a call reads it;
//! [`Response::body`](crate::Response::body) has the answer as it came.

mod activity;
mod assignee;
mod attachment;
mod autofix;
mod avatar;
mod check_in;
mod commit;
mod condition;
mod dashboard;
mod deploy;
mod detector;
mod dsn;
mod environment;
mod event;
mod events_table;
mod formatted;
mod issue;
mod key;
mod member;
mod monitor;
mod organization;
mod profile;
mod project;
mod release;
mod replay;
mod repository;
mod secret;
mod snapshot;
mod tag;
mod team;
mod trace;
mod user;
mod user_report;
mod workflow;

pub use self::activity::Activity;
pub use self::assignee::Assignee;
pub use self::attachment::Attachment;
pub use self::autofix::{
    Autofix, AutofixArtifact, AutofixBlock, AutofixCause, AutofixChange, AutofixMessage,
    AutofixPatch, AutofixProgress, AutofixPullRequest, AutofixRepository, AutofixSolution,
    AutofixStatus, AutofixStep, AutofixTodo, CodeReference, ExplainedStep, PatchedFile,
    PullRequestReference, PullRequestState, RootCause, SolutionStep,
};
pub use self::avatar::Avatar;
pub use self::check_in::{CheckIn, CheckInStatus};
pub use self::commit::{Commit, CommitAuthor, PullRequest, PullRequestStatus};
pub use self::condition::{
    Action, ActionConfig, ActionId, Condition, ConditionGroup, ConditionGroupId, ConditionId,
    DetectorPriority, LogicType,
};
pub use self::dashboard::{
    AxisRange, Dashboard, DashboardFilters, DashboardId, DashboardPermissions, DashboardSummary,
    DashboardWidget, DashboardWidgetQuery, DisplayType, LegendType, LinkedDashboard,
    OnDemandExtraction, WidgetId, WidgetLayout, WidgetQueryId, WidgetThresholds, WidgetType,
};
pub use self::deploy::Deploy;
pub use self::detector::{
    DataSource, DataSourceId, DataSourceQuery, DetectionType, Detector, DetectorConfig, DetectorId,
    DetectorType, MetricQuery, MetricSource,
};
pub use self::dsn::Dsn;
pub use self::environment::Environment;
pub use self::event::{
    Breadcrumb, Breadcrumbs, ContextLine, Entry, Event, EventError, EventTag, EventUser, Evidence,
    Exception, Exceptions, Frame, GroupingConfig, Measurement, Mechanism, Message, Occurrence,
    Request, Sdk, Stacktrace, Thread, Threads,
};
pub use self::events_table::{DataScanned, Dataset, EventsMeta, EventsRow, EventsTable};
pub use self::formatted::{Formatted, LlmFormat};
pub use self::issue::{
    Actor, ActorKind, ExternalIssue, IntegrationIssue, Issue, IssueAnnotation, IssueCategory,
    IssueCounts, IssueInbox, IssueMetadata, IssueStatus, Level, Priority, ReprocessingInfo,
    StatusDetails, SubscriptionDetails, Substatus, SuggestedOwner,
};
pub use self::key::{BrowserSdk, KeyAddresses, KeyRateLimit, KeyUse, LoaderOptions, ProjectKey};
pub use self::member::Member;
pub use self::monitor::{
    BrokenNotice, CheckInId, IntervalUnit, Monitor, MonitorAlertRule, MonitorAlertTarget,
    MonitorConfig, MonitorEnvironment, MonitorId, MonitorIncident, MonitorStatus, Schedule,
    ScheduleType,
};
pub use self::organization::{
    Organization, OrganizationLinks, OrganizationState, OrganizationStatus,
};
pub use self::profile::{ProfileFrame, ProfileSample, ProfileThread, SampledProfile};
pub use self::project::{HighlightPreset, Project, ProjectReference, SamplingBias};
pub use self::release::{
    AdoptionStage, Release, ReleaseHealth, ReleaseNeighbors, ReleaseProject, ReleaseReference,
    ReleaseStatus, VersionInfo, VersionParts,
};
pub use self::replay::{
    Replay, ReplayDevice, ReplayGeo, ReplayOtaUpdates, ReplaySoftware, ReplayType, ReplayUser,
};
pub use self::repository::{Repository, RepositoryProvider, RepositorySettings};
pub use self::secret::Secret;
pub use self::snapshot::{
    BaseSnapshot, CanvasTheme, Snapshot, SnapshotApprover, SnapshotId, SnapshotImage,
    SnapshotImageDetails, SnapshotPair, SnapshotVcs,
};
pub use self::tag::{IssueTag, TagValue};
pub use self::team::{ExternalActor, Team, TeamReference};
pub use self::trace::{Trace, TraceEventType, TraceIssue, TraceItem, TraceNode, TraceSpan};
pub use self::user::{User, UserEmail};
pub use self::user_report::UserReport;
pub use self::workflow::{Workflow, WorkflowConfig, WorkflowId};

crate::wire::id! {
    /// The id of an organization.
    OrganizationId;
    /// The id of a project.
    ProjectId;
    /// The numeric id of an issue; its short id, such as `SHOP-12`, is another thing.
    IssueId;
    /// The id of an event: 32 hexadecimal digits.
    EventId;
    /// The id of a file that is attached to an event.
    AttachmentId;
    /// The id of something that happened to an issue.
    ActivityId;
    /// The id of what a user wrote about an error.
    UserReportId;
    /// The id of a link to an issue of another system.
    ExternalIssueId;
    /// The id of a team.
    TeamId;
    /// The id of a user.
    UserId;
    /// The id of a membership of an organization; the user's is another.
    MemberId;
    /// The id of a release; paths take its version.
    ReleaseId;
    /// The id of a deploy.
    DeployId;
    /// The id of a repository.
    RepositoryId;
    /// The id of an environment; arguments take its name.
    EnvironmentId;
    /// The id of a client key: 32 hexadecimal digits.
    ProjectKeyId;
    /// The id of a trace: 32 hexadecimal digits.
    TraceId;
    /// The id of a span: 16 hexadecimal digits.
    SpanId;
    /// The id of a replay: 32 hexadecimal digits.
    ReplayId;
    /// The id of a profile or of a continuous profiler: 32 hexadecimal digits.
    ProfileId;
}
