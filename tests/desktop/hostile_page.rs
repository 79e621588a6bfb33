//! A page that poses as Spotify's embedded player, in the window's own engine, and tries to get out of its frame.

use std::fs;
use std::path::{Path, PathBuf};

use attune_core::{Policy, Settings};
use attune_testkit::posing::{CERTIFICATE, PosingHost};
use serde_json::{Value, json};

use crate::{
    launch::{Launch, keep_settings},
    leftovers, namespace,
    window::Window,
};

const HOSTS: &str = "127.0.0.1 localhost\n127.0.0.1 open.spotify.com\n";
/// What the engine trusts, where Debian and its kin keep it.
const TRUSTED: &str = "/etc/ssl/certs/ca-certificates.crt";
const CATALOGUE: &str =
    "track_id,track_name,artists,valence,energy\n4uLU6hMCjMI75M1A2tKUQC,Only One,Nobody,0.5,0.5\n";
/// Its last word.
const DONE: &str = "/told?what=done";

/// Tries everything, and tells its host what came of it.
const PAGE: &str = r#"<!doctype html><meta charset="utf-8"><title>Player</title><body><script>
const tell = (what, came) => fetch('/told?what=' + what + '&came=' + encodeURIComponent(String(came).slice(0, 200)));
const order = (key) => ({ cmd: 'set_policy', callback: 1, error: 2, payload: { policy: 'lift' }, options: {}, __TAURI_INVOKE_KEY__: key });
const headers = { 'content-type': 'application/json', 'tauri-callback': '1', 'tauri-error': '2', 'tauri-invoke-key': 'guess' };
const body = JSON.stringify({ policy: 'lift' });
const click = (tag, attributes) => {
  const part = Object.assign(document.createElement(tag), attributes);
  document.body.append(part);
  if (tag === 'form') part.submit(); else part.click();
};
const attempts = {
  shell: () => [typeof window.__TAURI_INTERNALS__, typeof window.__TAURI__, typeof window.__TAURI_EVENT_PLUGIN_INTERNALS__],
  handlers: () => {
    const all = Object.keys(window.webkit?.messageHandlers ?? {}).concat(['ipc']);
    for (const name of all) for (const key of [undefined, '', 'guess', null, 0])
      for (const sent of [JSON.stringify(order(key)), order(key)])
        try { window.webkit.messageHandlers[name].postMessage(sent); } catch {}
    try { window.ipc.postMessage(JSON.stringify(order('guess'))); } catch {}
    return all;
  },
  protocol: () => fetch('ipc://localhost/set_policy', { method: 'POST', headers, body }).then((answer) => answer.status),
  plainProtocol: () => fetch('ipc://localhost/set_policy', { method: 'POST', mode: 'no-cors', body }).then((answer) => answer.type),
  otherProtocol: () => fetch('http://ipc.localhost/set_policy', { method: 'POST', headers, body }).then((answer) => answer.status),
  levels: () => fetch('levels://localhost/').then((answer) => answer.text()),
  page: () => fetch('tauri://localhost/index.html').then((answer) => answer.text()),
  parent: () => parent.document.title,
  parentShell: () => parent.__TAURI_INTERNALS__.invoke('set_policy', { policy: 'lift' }),
  parentScript: () => { parent.location = "javascript:window.__TAURI_INTERNALS__.invoke('set_policy',{policy:'lift'})"; return 'set'; },
  message: () => {
    for (const target of [parent, top]) for (const sent of [order('guess'), JSON.stringify(order('guess')), { event: 'set_policy', payload: { policy: 'lift' } }])
      target.postMessage(sent, '*');
    return 'sent';
  },
  camera: () => navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(() => 'open'),
  popUp: () => String(window.open('/popup') ?? 'none'),
  popUpLink: () => click('a', { href: '/popup?link', target: '_blank' }),
  popUpForm: () => click('form', { action: '/popup?form', target: '_blank' }),
  download: () => click('a', { href: '/file?link', download: 'taken.html' }),
  downloadMade: () => click('a', { href: URL.createObjectURL(new Blob(['made'])), download: 'taken.html' }),
  downloadFrame: () => document.body.append(Object.assign(document.createElement('iframe'), { src: '/file?frame' })),
  topLocation: () => { top.location = '/top?set'; return 'set'; },
  topReplace: () => { top.location.replace('/top?replaced'); return 'replaced'; },
  topLink: () => click('a', { href: '/top?link', target: '_top' }),
  topForm: () => click('form', { action: '/top?form', target: '_top' }),
};
(async () => {
  const late = () => new Promise((_, no) => setTimeout(() => no('no answer'), 3000));
  for (const [name, attempt] of Object.entries(attempts)) {
    let came;
    try { came = 'did ' + await Promise.race([attempt(), late()]); } catch (error) { came = 'refused ' + error; }
    await tell(name, came);
  }
  setTimeout(() => tell('done', ''), 1000);
})();
</script>"#;

/// A data folder that shows the embedded player, and the list with the track to show in it.
fn prepare(folder: &Path) -> PathBuf {
    let settings = Settings {
        first_start_done: true,
        spotify_embed: true,
        policy: Policy::Match,
        ..Settings::default()
    };
    keep_settings(&folder.join("app"), &settings);
    let list = folder.join("list.csv");
    fs::write(&list, CATALOGUE).unwrap();
    list
}

async fn policy(window: &Window) -> Value {
    let script = "const done = arguments[1]; window.__TAURI_INTERNALS__.invoke('get_state').then((s) => done(s.settings.policy), done)";
    window.script_later(script, json!(null)).await
}

#[test]
fn a_page_that_poses_as_the_player_stays_in_its_frame() {
    let replaced = [("/etc/hosts", HOSTS), (TRUSTED, CERTIFICATE)];
    if !namespace::is_inside("hostile_page::a_page_that_poses_as_the_player_stays_in_its_frame", &replaced) {
        return;
    }
    let host = PosingHost::start(PAGE).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let list = prepare(folder.path());
    let launch = Launch::on(&folder.path().join("app"), "hostile-page").picking(list);
    launch.with("HOME", folder.path().join("home")).run(async |window| {
        window.click("nav-library").await;
        window.click("import-csv").await;
        window.find("import-report").await;
        window.click("starter-toggle").await;
        window.click("nav-now").await;
        window.find("embed-frame").await;
        let place = window.script("return location.href").await;
        let before = policy(window).await;
        window.until("it has tried everything", async || host.seen().iter().any(|path| path.starts_with(DONE))).await;
        window.picture("hostile-page").await;

        let told = |what: &str| {
            let start = format!("/told?what={what}&came=");
            let seen = host.seen();
            let came = seen.iter().find_map(|path| Some(path.strip_prefix(&start)?.replace("%20", " ")));
            came.unwrap_or_else(|| panic!("{what} in {seen:?}"))
        };
        assert_eq!(told("shell"), "did undefined%2Cundefined%2Cundefined");
        for refused in ["protocol", "otherProtocol", "levels", "page", "parent", "parentShell", "camera", "topLocation", "topReplace"] {
            assert!(told(refused).starts_with("refused "), "{refused}: {}", told(refused));
        }
        assert_eq!(told("popUp"), "did none");
        let seen = host.seen();
        println!("seen: {} requests of the page, {:?}", seen.len(), seen);
        assert!(!seen.iter().any(|path| path.starts_with("/top") || path.starts_with("/popup")), "{seen:?}");
        assert_eq!(policy(window).await, before);
        assert_eq!(window.script("return location.href").await, place, "the window shows what it showed");
        window.click("nav-history").await;

        // What it tried is possible to the window's own page.
        let script = "const done = arguments[1]; window.__TAURI_INTERNALS__.invoke('set_policy', { policy: 'lift' }).then(done, done)";
        window.script_later(script, json!(null)).await;
        assert_ne!(policy(window).await, before);
    });
    let taken: Vec<_> = leftovers::files(folder.path())
        .into_iter()
        .filter(|file| file.to_string_lossy().contains("taken"))
        .collect();
    assert!(taken.is_empty(), "{taken:?}");
}
