//! Connections that break, stall or never end, and those that are no longer wanted.

use std::time::Duration;

use futures::{StreamExt, TryStreamExt};
use http::Method;
use sentry_api::ErrorKind;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::http::{SPEED, builder, client};
use crate::paging::link;
use crate::wire::read_head;

/// What a connection does after it has read a request.
#[derive(Clone)]
enum Turn {
    /// Writes this and closes.
    Write(&'static str),
    /// Writes this and then nothing more, until the other end closes.
    Stall(&'static str),
    /// Writes a body without end, until the other end closes.
    Flood,
}

/// A server whose connections take one turn each.
struct Server {
    url: String,
    task: JoinHandle<()>,
    /// Resolves when the last request is there.
    last: oneshot::Receiver<()>,
}

async fn turns(turns: Vec<Turn>) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (arrived, last) = oneshot::channel();
    let task = tokio::spawn(async move {
        let mut arrived = Some(arrived);
        for (number, turn) in turns.iter().enumerate() {
            let (mut stream, _) = listener.accept().await.unwrap();
            read_head(&mut stream).await;
            if number + 1 == turns.len() {
                // Most tests do not listen.
                let _ = arrived.take().unwrap().send(());
            }
            take(turn, &mut stream).await;
        }
    });
    Server { url, task, last }
}

async fn take(turn: &Turn, stream: &mut TcpStream) {
    match turn {
        Turn::Write(text) => stream.write_all(text.as_bytes()).await.unwrap(),
        Turn::Stall(text) => {
            stream.write_all(text.as_bytes()).await.unwrap();
            // An error is a close too.
            let _ = stream.read(&mut [0; 16]).await;
        }
        Turn::Flood => {
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n\"";
            stream.write_all(head.as_bytes()).await.unwrap();
            while stream.write_all(&[b'x'; 4096]).await.is_ok() {}
        }
    }
}

impl Server {
    /// Waits for the last turn to be over.
    async fn ended(self) {
        let end = tokio::time::timeout(Duration::from_secs(30), self.task).await;
        end.expect("the connection was closed").unwrap();
    }
}

const CUT: &str = "HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"id\"";
const WHOLE: &str =
    "HTTP/1.1 200 OK\r\ncontent-length: 25\r\n\r\n{\"id\": \"1\", \"slug\": \"a\"}\n";

#[tokio::test]
async fn a_read_that_was_cut_off_is_tried_again() {
    for cut in [
        CUT,
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n",
        "HTTP/1.1 200 OK\r\ncontent-",
        "",
        "rubbish\r\n\r\n",
    ] {
        let server = turns(vec![Turn::Write(cut), Turn::Write(WHOLE)]).await;
        let organization = client(&server.url).organization("a").get().await;
        assert_eq!(organization.unwrap().slug, "a", "{cut}");
        server.ended().await;
    }
}

#[tokio::test]
async fn a_write_that_was_cut_off_is_not() {
    let server = turns(vec![Turn::Write(CUT)]).await;
    let issue = client(&server.url).organization("a").issue("1").update();
    let error = issue.resolve().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert!(!error.is_unsent(), "it may have been done");
    server.ended().await;
}

#[tokio::test]
async fn what_does_not_come_in_time_is_given_up_and_closed() {
    for text in ["", "HTTP/1.1 200 OK\r\n", CUT] {
        let server = turns(vec![Turn::Stall(text)]).await;
        let client = client(&server.url);
        let call = client.organization("a").get();
        let call = call.timeout(Duration::from_millis(200) * SPEED);
        assert_eq!(call.await.unwrap_err().kind(), ErrorKind::Timeout);
        server.ended().await;
    }
}

#[tokio::test]
async fn an_answer_without_end_is_refused_and_closed() {
    let server = turns(vec![Turn::Flood]).await;
    let client = builder(&server.url).max_body(1024 * 1024).build().unwrap();
    let error = client.organization("a").get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert!(error.to_string().contains("1048576 bytes"), "{error}");
    server.ended().await;
}

#[tokio::test]
async fn dropping_a_download_closes_its_connection() {
    let server = turns(vec![Turn::Flood]).await;
    let mut file = client(&server.url)
        .raw(Method::GET, "/api/0/file/")
        .download()
        .await
        .unwrap();
    assert!(file.next().await.unwrap().is_ok());
    assert!(!server.task.is_finished());
    drop(file);
    server.ended().await;
}

#[tokio::test]
async fn dropping_a_stream_closes_what_it_fetches_ahead() {
    let page = |number: usize| {
        let links = link(Some(&format!("0:{number}:0")));
        format!(
            "HTTP/1.1 200 OK\r\nconnection: close\r\nlink: {links}\r\ncontent-length: 2\r\n\r\n[]"
        )
    };
    let pages = [page(1).leak(), page(2).leak()];
    let mut server = turns(vec![
        Turn::Write(pages[0]),
        Turn::Write(pages[1]),
        Turn::Stall(""),
    ])
    .await;
    let mut pages = client(&server.url)
        .organization("a")
        .issues()
        .pages()
        .boxed();
    pages.try_next().await.unwrap();
    pages.try_next().await.unwrap();
    (&mut server.last).await.unwrap();
    drop(pages);
    server.ended().await;
}
