//! What the plane with the picture of the sound costs while music plays.

use std::{collections::HashMap, fs, thread, time::Duration};

use crate::launch::Launch;
use crate::playing::{heard_by, loudest};
use crate::server::Server;

/// For how long each view is measured.
const SAMPLE: Duration = Duration::from_secs(15);
/// Clock ticks a second, as Linux counts processor time.
const TICKS: f64 = 100.0;

/// A process's parent, and its processor time in ticks.
fn process(stat: &str) -> Option<(u32, u64)> {
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(1);
    let parent = fields.next()?.parse().ok()?;
    let times: Vec<u64> = fields.skip(9).take(2).map_while(|ticks| ticks.parse().ok()).collect();
    Some((parent, times.iter().sum()))
}

/// Seconds of processor time of this process's children, their children and so on.
fn spent() -> f64 {
    let numbers =
        fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let stat = |id: u32| process(&fs::read_to_string(format!("/proc/{id}/stat")).ok()?);
    let all: HashMap<u32, (u32, u64)> =
        numbers.filter_map(|name| name.parse().ok()).filter_map(|id| Some((id, stat(id)?))).collect();
    let own = std::process::id();
    let is_ours = |id: &u32| {
        let parent = |id: &u32| all.get(id).map(|(parent, _)| *parent).filter(|parent| *parent > 1);
        std::iter::successors(parent(id), parent).any(|parent| parent == own)
    };
    all.iter().filter(|(id, _)| is_ours(id)).map(|(_, (_, ticks))| *ticks as f64 / TICKS).sum()
}

/// The share of a core that is spent from now on, in per cent.
fn share() -> f64 {
    let before = spent();
    thread::sleep(SAMPLE);
    100.0 * (spent() - before) / SAMPLE.as_secs_f64()
}

#[test]
#[ignore = "a measurement: --ignored stage"]
fn the_stage_costs_little_while_music_plays() {
    let Some(sound) = Server::start() else { return };
    let data = tempfile::tempdir().unwrap();
    let recorder = sound.record("one");
    heard_by(&sound, Launch::on(data.path(), "stage")).not_greeted().run(async |window| {
        window.click("first-start-next").await;
        window.click("first-soundscapes").await;
        window.until("it is heard", async || loudest(&recorder.so_far()) > 0.01).await;
        window.click("nav-settings").await;
        window.gone("scope").await;
        thread::sleep(Duration::from_secs(5));
        let elsewhere = share();
        window.click("nav-now").await;
        window.find("scope").await;
        thread::sleep(Duration::from_secs(2));
        let stage = share();
        println!("playing: {elsewhere:.1} % of a core in the settings, {stage:.1} % with the stage in view");
        assert!(stage - elsewhere <= 10.0, "the stage costs {:.1} % of a core", stage - elsewhere);
    });
}
