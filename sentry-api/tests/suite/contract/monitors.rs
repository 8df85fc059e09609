//! Cron monitors.

use super::{cases, cursor};

cases! {
    ListOrganizationMonitors: |client| client.organization("acme").monitors(),
        client
            .organization("acme")
            .monitors()
            .project("mail-worker")
            .project("-1")
            .environment("production")
            .owner("team:812")
            .per_page(5)
            .cursor(cursor());
    GetOrganizationMonitor: |client| client.organization("acme").monitor("nightly").get(),
        client.organization("acme").monitor("nightly").get().environment("production");
    ListOrganizationMonitorCheckins: |client| client.organization("acme").monitor("nightly").check_ins(),
        client.organization("acme").monitor("nightly").check_ins().per_page(5).cursor(cursor());
    GetProjectMonitor: |client| client.organization("acme").project("web").monitor("nightly").get(),
        client.organization("acme").project("web").monitor("nightly").get();
    ListProjectMonitorCheckins: |client| client.organization("acme").project("web").monitor("nightly").check_ins(),
        client.organization("acme").project("web").monitor("nightly").check_ins().per_page(5);
    GetOrganizationMonitorStats: |client| client.organization("acme").monitor("nightly").stats(),
        client
            .organization("acme")
            .monitor("nightly")
            .stats()
            .between(super::START, super::END)
            .resolution("1h")
            .environment("production");
    GetProjectMonitorStats: |client| client.organization("acme").project("web").monitor("nightly").stats(),
        client
            .organization("acme")
            .project("web")
            .monitor("nightly")
            .stats()
            .between(super::START, super::END)
            .resolution("1h")
            .environment("production");
}
