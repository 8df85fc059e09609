//! `sentry-mcp doctor`: checks what the server needs.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;
use sentry_api::endpoints::Root;
use sentry_api::model::Organization;
use sentry_api::{Client, Error, ErrorKind};

use crate::error::Subject;
use crate::server::Server;
use crate::untrusted::{Line, Untrusted};
use crate::{ErrorCode, ToolError, tools};

/// Check configuration, server, token, scopes and organization
#[derive(Debug, Args)]
pub struct Doctor {}

/// How a check went.
#[derive(Clone, Copy)]
enum Mark {
    Good,
    Note,
    Bad,
}

/// The report as it is written, and whether anything failed.
struct Report<'a, W> {
    output: &'a mut W,
    failed: bool,
}

impl Doctor {
    pub(super) async fn run(
        self,
        server: &Server,
        output: &mut impl Write,
    ) -> io::Result<ExitCode> {
        let mut report = Report {
            output,
            failed: false,
        };
        report.configuration(server)?;
        let client = server.upstream().client();
        if let Ok(client) = &client {
            if let Some(root) = report.server(client).await? {
                report.token(&root)?;
                report.scopes(&root)?;
                report.organization(server, client).await?;
                if let Some(project) = server.config().project() {
                    report.not_checked(&format!("whether there is a project {project}"))?;
                }
            } else {
                report.not_checked("scopes, organization and project")?;
            }
        } else if server.config().token.is_none() && server.config().problems.is_empty() {
            report.line(Mark::Bad, "token", &"none")?;
            report.advice("set SENTRY_AUTH_TOKEN, or try everything with --demo")?;
        } else if let Err(error) = &client
            && server.config().problems.is_empty()
        {
            report.failure("configuration", error)?;
        }
        if client.is_err() {
            report.not_checked("server, token, scopes, organization and project")?;
        }
        report.output.flush()?;
        Ok(if report.failed {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }
}

impl<W: Write> Report<'_, W> {
    fn line(&mut self, mark: Mark, check: &str, text: &dyn std::fmt::Display) -> io::Result<()> {
        let mark = match mark {
            Mark::Good => "ok  ",
            Mark::Note => "note",
            Mark::Bad => {
                self.failed = true;
                "FAIL"
            }
        };
        writeln!(self.output, "{mark}  {check:<13} {text}")
    }

    fn advice(&mut self, text: &str) -> io::Result<()> {
        for line in text.lines() {
            writeln!(self.output, "                    {line}")?;
        }
        Ok(())
    }

    fn configuration(&mut self, server: &Server) -> io::Result<()> {
        let config = server.config();
        for problem in &config.problems {
            self.line(Mark::Bad, "configuration", problem)?;
        }
        for note in &config.notes {
            self.line(Mark::Note, "configuration", note)?;
        }
        let report = config.report();
        // That there is no token is said as a failure of its own.
        let missing = (config.token.is_none() && !config.demo).then_some("token ");
        let told = ["problem: ", "note: "].into_iter().chain(missing);
        for line in report
            .lines()
            .filter(|line| !told.clone().any(|start| line.starts_with(start)))
        {
            self.line(Mark::Good, "configuration", &line)?;
        }
        Ok(())
    }

    fn not_checked(&mut self, what: &str) -> io::Result<()> {
        self.line(Mark::Note, "not checked", &what)
    }

    /// Whether the server answers, and whether it takes the token.
    async fn server(&mut self, client: &Client) -> io::Result<Option<Root>> {
        let host = client.base_url().origin();
        match client.root().await {
            Ok(root) => {
                let version = root.version.as_deref().map(Untrusted::new);
                let line = Line::new().words(&host).words(" answers");
                let line = match &version {
                    Some(version) => line.words(", API version ").text(version, 20),
                    None => line,
                };
                self.line(Mark::Good, "server", &line.as_str())?;
                Ok(Some(root))
            }
            Err(error) => {
                let check = if is_about_token(&error) {
                    self.line(Mark::Good, "server", &format!("{host} answers"))?;
                    "token"
                } else {
                    "server"
                };
                let failure = ToolError::from_api(&error, Subject::Token);
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::Unsupported)
                    && let Ok(page) = client.organizations().page().await
                {
                    self.compatible(&host, &page.items)?;
                } else if failure.code() == ErrorCode::Unavailable {
                    self.unreachable(&host, &error)?;
                } else {
                    self.failure(check, &failure)?;
                }
                Ok(None)
            }
        }
    }

    /// A server that has no page on the token, but takes it.
    fn compatible(&mut self, host: &str, organizations: &[Organization]) -> io::Result<()> {
        self.line(Mark::Good, "server", &format!("{host} answers"))?;
        self.line(
            Mark::Good,
            "token",
            &"accepted; the server does not say who and what it is for",
        )?;
        let mut line = Line::new();
        for (index, organization) in organizations.iter().enumerate() {
            let before = if index == 0 { "" } else { ", " };
            line = line
                .words(before)
                .text(&organization.slug.as_str().into(), 60);
        }
        self.line(Mark::Good, "organizations", &line.as_str())
    }

    fn unreachable(&mut self, host: &str, error: &Error) -> io::Result<()> {
        self.line(
            Mark::Bad,
            "server",
            &format!("{host} cannot be reached, or fails"),
        )?;
        let mut cause: &dyn std::error::Error = error;
        while let Some(source) = cause.source() {
            cause = source;
        }
        let cause = Untrusted::new(
            error
                .problem()
                .or(error.detail())
                .map_or_else(|| cause.to_string(), str::to_owned),
        );
        self.advice(Line::new().words("cause: ").text(&cause, 200).as_str())?;
        self.advice("check the host in SENTRY_URL, the network, and HTTPS_PROXY and NO_PROXY")
    }

    fn failure(&mut self, check: &str, error: &ToolError) -> io::Result<()> {
        let text = error.to_string();
        let (first, more) = text.split_once('\n').unwrap_or((&text, ""));
        self.line(Mark::Bad, check, &first)?;
        self.advice(more)
    }

    fn token(&mut self, root: &Root) -> io::Result<()> {
        let line = match &root.user {
            None => Line::new().words("accepted"),
            Some(user) => {
                let name = user
                    .name
                    .as_deref()
                    .or(user.username.as_deref())
                    .unwrap_or(user.id.as_str());
                Line::new().words("accepted, of ").text(&name.into(), 80)
            }
        };
        self.line(Mark::Good, "token", &line.as_str())
    }

    fn scopes(&mut self, root: &Root) -> io::Result<()> {
        let scopes = root
            .auth
            .as_ref()
            .map(|auth| auth.scopes.as_slice())
            .unwrap_or_default();
        if scopes.is_empty() {
            return self.line(
                Mark::Note,
                "scopes",
                &"unknown: the server does not say them",
            );
        }
        for need in tools::needs() {
            let has_one = need
                .any_of
                .iter()
                .any(|scope| scopes.iter().any(|own| own == scope));
            let (tools, scope) = (need.tools.join(", "), need.any_of.first().unwrap_or(&""));
            if has_one {
                self.line(Mark::Good, "scopes", &format!("{scope} for {tools}"))?;
            } else {
                // Tokens are made narrow on purpose, so only reading is a must.
                let mark = if need.reads { Mark::Bad } else { Mark::Note };
                self.line(
                    mark,
                    "scopes",
                    &format!("{scope} is missing, so {tools} will be refused"),
                )?;
                self.advice(&format!("make a token with {scope} if you need them"))?;
            }
        }
        Ok(())
    }

    async fn organization(&mut self, server: &Server, client: &Client) -> io::Result<()> {
        let slug = match server.upstream().organization(None).await {
            Ok(slug) => slug,
            Err(error) => {
                // Calls can still name one.
                let text = error.to_string();
                let (first, more) = text.split_once('\n').unwrap_or((&text, ""));
                self.line(Mark::Note, "organization", &first)?;
                return self.advice(more);
            }
        };
        match client.organization(&slug).get().await {
            Ok(organization) => {
                let name = Untrusted::new(organization.name.unwrap_or_default());
                let line = Line::new()
                    .text(&slug.as_str().into(), 60)
                    .words(' ')
                    .text(&name, 80);
                self.line(Mark::Good, "organization", &line.as_str().trim_end())
            }
            Err(error) => self.failure(
                "organization",
                &ToolError::from_api(&error, Subject::Organization(&slug)),
            ),
        }
    }
}

fn is_about_token(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Unauthorized | ErrorKind::Forbidden)
}
