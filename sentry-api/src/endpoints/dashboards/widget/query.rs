use serde::Serialize;

use crate::model::{DashboardWidgetQuery, LinkedDashboard, WidgetQueryId};
use crate::wire::Unset;

/// What a widget is to ask for.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WidgetQuery {
    #[serde(skip_serializing_if = "Unset::is_unset")]
    id: Option<WidgetQueryId>,
    fields: Vec<String>,
    aggregates: Vec<String>,
    columns: Vec<String>,
    field_aliases: Vec<String>,
    name: String,
    conditions: String,
    orderby: String,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    is_hidden: Option<bool>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    selected_aggregate: Option<u64>,
    #[serde(skip_serializing_if = "Unset::is_unset")]
    linked_dashboards: Vec<Link>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Link {
    field: String,
    dashboard_id: String,
}

impl WidgetQuery {
    /// A query for nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a column to group by, such as `transaction`.
    #[must_use]
    pub fn column(mut self, column: impl Into<String>) -> Self {
        let column = column.into();
        self.columns.push(column.clone());
        self.field(column)
    }

    /// Adds a function, such as `count()` or `p95(span.duration)`.
    #[must_use]
    pub fn aggregate(mut self, aggregate: impl Into<String>) -> Self {
        let aggregate = aggregate.into();
        self.aggregates.push(aggregate.clone());
        self.field(aggregate)
    }

    fn field(mut self, field: String) -> Self {
        self.fields.push(field);
        self.field_aliases.push(String::new());
        self
    }

    /// Calls what was added last by another name.
    #[must_use]
    pub fn alias(mut self, alias: impl Into<String>) -> Self {
        if let Some(last) = self.field_aliases.last_mut() {
            *last = alias.into();
        }
        self
    }

    /// Sets the name that the legend shows.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets the search.
    #[must_use]
    pub fn conditions(mut self, conditions: impl Into<String>) -> Self {
        self.conditions = conditions.into();
        self
    }

    /// Sorts by a column or function, with `-` before it for the greatest first.
    #[must_use]
    pub fn orderby(mut self, orderby: impl Into<String>) -> Self {
        self.orderby = orderby.into();
        self
    }

    /// Hides it, or not.
    #[must_use]
    pub fn hidden(mut self, is_hidden: bool) -> Self {
        self.is_hidden = Some(is_hidden);
        self
    }

    /// Sets which of the functions a big number shows, counted from 0.
    #[must_use]
    pub fn selected_aggregate(mut self, number: u64) -> Self {
        self.selected_aggregate = Some(number);
        self
    }

    /// Lets the values of a column lead to a dashboard, named by its id.
    #[must_use]
    pub fn link(mut self, column: impl Into<String>, dashboard: impl Into<String>) -> Self {
        self.linked_dashboards.push(Link {
            field: column.into(),
            dashboard_id: dashboard.into(),
        });
        self
    }
}

impl From<DashboardWidgetQuery> for WidgetQuery {
    fn from(query: DashboardWidgetQuery) -> Self {
        let links = query.linked_dashboards.into_iter();
        Self {
            id: Some(query.id),
            fields: query.fields,
            aggregates: query.aggregates,
            columns: query.columns,
            field_aliases: query.field_aliases,
            name: query.name.unwrap_or_default(),
            conditions: query.conditions.unwrap_or_default(),
            orderby: query.orderby.unwrap_or_default(),
            is_hidden: query.is_hidden,
            selected_aggregate: query.selected_aggregate,
            linked_dashboards: links.map(Link::from).collect(),
        }
    }
}

impl From<LinkedDashboard> for Link {
    fn from(link: LinkedDashboard) -> Self {
        Self {
            field: link.field,
            dashboard_id: link.dashboard_id.into(),
        }
    }
}
