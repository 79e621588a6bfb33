//! Commands of the window with arguments that are none: refused or taken, but nothing breaks and nothing else changes.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::launch::Launch;

/// Calls a command with every bad value: in the place of all its arguments; where there are several, in the place of each among
/// good ones; and in the place of each field of an argument that has fields. Gives a line for what must not be. Rejections are
/// errors of ours, with a code, and leave what is kept as it was. Whatever a call that was taken changes in the settings is put
/// back.
const SCRIPT: &str = r"
const [[name, parts], done] = [arguments[0], arguments[arguments.length - 1]];
const call = window.__TAURI_INTERNALS__.invoke;
const values = {
  missing: undefined, null: null, number: 1, text: 'text', list: [], object: {}, nan: NaN, negative: -1, huge: 1e308,
  fraction: 0.5, yes: true, above: '../../../etc/passwd', nul: 'a\u0000b', long: 'x'.repeat(10 * 1024 * 1024),
};
// What of the state time alone does not move.
const kept = async () => {
  const { settings, catalogues, banners, version } = await call('get_state');
  const { stated, histories } = await call('get_taste');
  const { folders } = await call('own_music');
  const { servers } = await call('servers');
  return JSON.stringify({ settings, catalogues, banners, version, stated, histories, folders, servers });
};
const pause = (ms) => new Promise((go) => setTimeout(go, ms));
const late = () => pause(60000).then(() => Promise.reject('no answer'));
// What waits for the listener in the browser, and what they call it off with.
const waits = { spotify_sign_in: 'spotify_cancel_sign_in' };
const answer = async (given) => {
  let waiting = name in waits;
  const answer = call(name, given).finally(() => { waiting = false; });
  const calls_off = async () => {
    for (let tries = 0; waiting && tries < 1000; tries++) await call(waits[name]).then(() => pause(20));
    return answer;
  };
  return Promise.race([calls_off(), answer, late()]);
};
const is_ours = (error) => typeof error === 'object' && typeof error.code === 'string' && typeof error.message === 'string';
const good_values = async () => {
  const { settings, queue } = await call('get_state');
  const affect = { valence: 0.1, arousal: 0.1 };
  const common = {
    affect, after: settings, again: false, answer: null, at: 1, before: settings, descending: false, edit: { affect, note: 'note' },
    enabled: true, end: 'stopped', from: 0, generation: 1, id: 'starter', kind: 'liked', limit: 10, mode: 'once', name: 'folk',
    note: null, offset: 0, patterns: { name: 'Mix', description: '' }, picture: '', pinned: false, place: 1, purpose: 'mood',
    query: '', scrobbles: false, sense: 'voice', service: 'deezer', side: 64, sort: 'title', stars: false, to: 1,
    track: queue.current?.id ?? 'nothing',
  };
  const own = { edit_history: { id: 1 }, cover: { id: common.track }, state_preference: { kind: 'genre' }, own_tracks: {
    query: { text: '', sort: 'title', descending: false, offset: 0, limit: 10 } } };
  return { ...common, ...own[name] };
};
const has_fields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const with_bad = (good, part, value) => {
  const { [part]: _, ...others } = good;
  return value === undefined ? others : { ...others, [part]: value };
};
// Every call to be made, with words for it.
const calls = async () => {
  const all = Object.entries(values).map(([what, value]) =>
    [what, value === undefined ? {} : Object.fromEntries(parts.map((part) => [part, value]))]);
  const known = await good_values();
  const good = Object.fromEntries(parts.filter((part) => part in known).map((part) => [part, known[part]]));
  if (Object.keys(good).length < parts.length) {
    if (parts.length > 1) throw `no good values for ${parts}`;
    return all;
  }
  if (parts.length > 1)
    for (const part of parts)
      for (const [what, value] of Object.entries(values)) all.push([`${what} as ${part}`, with_bad(good, part, value)]);
  for (const part of parts.filter((part) => has_fields(good[part]) && part !== 'before'))
    for (const field of Object.keys(good[part]))
      for (const [what, value] of Object.entries(values).filter(([what]) => what !== 'long'))
        all.push([`${what} as ${part}.${field}`, { ...good, [part]: with_bad(good[part], field, value) }]);
  return all;
};
(async () => {
  const wrong = [];
  const { settings } = await call('get_state');
  let [refused, taken, before] = [0, 0, await kept()];
  for (const [what, given] of await calls()) {
    try {
      await answer(given);
      taken++;
      await call('save_settings', { before: (await call('get_state')).settings, after: settings });
      before = await kept();
    } catch (error) {
      refused++;
      if (!is_ours(error)) wrong.push(`${what}: ${String(error).slice(0, 200)}`);
      if ((await kept()) !== before) wrong.push(`${what}: refused, and the state is another`);
    }
  }
  done({ wrong, refused, taken });
})().catch((error) => done({ wrong: [`broke off: ${String(error?.message ?? error).slice(0, 300)}`], refused: 0, taken: 0 }));
";

/// The commands that take arguments, and the arguments' names, as the bindings have them.
fn commands() -> Vec<(String, Vec<String>)> {
    let bindings: PathBuf = attune_tests::root().join("ui/src/api/bindings.ts");
    let text = fs::read_to_string(bindings).unwrap();
    let calls = text.lines().filter_map(|line| line.split_once("__TAURI_INVOKE").map(|(_, call)| call));
    let taking = calls.filter_map(|call| {
        let (_, call) = call.split_once("(\"")?;
        let (name, rest) = call.split_once('"')?;
        let (_, parts) = rest.split_once('{')?;
        let (parts, _) = parts.split_once('}')?;
        Some((name.to_owned(), parts.split(',').map(|part| part.trim().to_owned()).collect()))
    });
    taking.collect()
}

#[test]
fn bad_arguments_break_nothing() {
    let commands = commands();
    assert!(commands.len() > 40, "{}", commands.len());
    let data = tempfile::tempdir().unwrap();
    // Nobody is reached, whatever is said.
    let nowhere = PathBuf::from("http://127.0.0.1:9");
    let opened = data.path().join("opened");
    let launch = Launch::on(data.path(), "bad-arguments");
    launch.with("ATTUNE_SPOTIFY_URL", nowhere).with("ATTUNE_TEST_OPEN", opened).run(async |window| {
        let (mut refused, mut taken, mut wrong) = (0, 0, Vec::new());
        for command in &commands {
            let came = window.script_later(SCRIPT, serde_json::to_value(command).unwrap()).await;
            refused += came["refused"].as_u64().unwrap();
            taken += came["taken"].as_u64().unwrap();
            if came["wrong"] != json!([]) {
                wrong.push(format!("{}: {}", command.0, came["wrong"]));
            }
        }
        println!("{} commands: {refused} calls refused, {taken} taken", commands.len());
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(refused > 700 && taken > 100, "{refused} refused, {taken} taken");
        // And it goes on as before.
        window.click("nav-history").await;
        window.click("nav-now").await;
        window.drag_dot(60, -40).await;
        window.find("undo-pill").await;
    });
}
