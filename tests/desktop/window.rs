//! What a person does with the window and sees in it, by the names its parts carry for tests.

use std::{fs, time::Duration};

use fantoccini::{
    Client, Locator,
    actions::{InputSource, MouseActions, PointerAction},
    elements::Element,
    error::{CmdError, ErrorStatus},
};
use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::launch::screenshots;

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(2);
const GLANCE: Duration = Duration::from_millis(100);
/// By then a picture can be taken, whatever still moves: a clock, or the bar of a track.
const SETTLED: Duration = Duration::from_millis(900);
/// Whether something glides to its place; what goes on for ever does not count.
const GLIDES: &str = "return document.getAnimations().some((one) => one.playState === 'running' && \
                      one.effect.getComputedTiming().endTime !== Infinity)";

/// Has the page drawn again for some seconds, without a difference that can be seen.
const DRAWS: &str = "let left = 100; const again = setInterval(() => { \
                     document.body.style.opacity = left % 2 ? '' : '0.9999'; if (--left === 0) clearInterval(again) }, 50)";

/// The app's window.
pub(crate) struct Window {
    client: Client,
}

impl Window {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// All parts with that name.
    pub(crate) async fn all(&self, name: &str) -> Vec<Element> {
        let css = format!("[data-testid=\"{name}\"]");
        let end = Instant::now() + PATIENCE;
        loop {
            match self.client.find_all(Locator::Css(&css)).await {
                Ok(parts) => return parts,
                Err(error) => assert!(changing(&error) && Instant::now() < end, "{name}: {error:?}"),
            }
        }
    }

    /// The first part with that name, as soon as there is one.
    pub(crate) async fn find(&self, name: &str) -> Element {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(first) = self.all(name).await.into_iter().next() {
                return first;
            }
            assert!(Instant::now() < end, "nothing is called {name}");
            sleep(GLANCE).await;
        }
    }

    /// Whether a part with that name is there now.
    pub(crate) async fn has(&self, name: &str) -> bool {
        !self.all(name).await.is_empty()
    }

    /// Waits until no part has that name.
    pub(crate) async fn gone(&self, name: &str) {
        self.until(&format!("{name} is gone"), async || !self.has(name).await).await;
    }

    /// Waits for `condition`.
    pub(crate) async fn until(&self, what: &str, mut condition: impl AsyncFnMut() -> bool) {
        let end = Instant::now() + PATIENCE;
        while !condition().await {
            assert!(Instant::now() < end, "it never came to this: {what}");
            sleep(GLANCE).await;
        }
    }

    /// What a part says; waits for the part.
    pub(crate) async fn text(&self, name: &str) -> String {
        self.attempt(name, async |part| words(&part).await).await
    }

    /// An attribute of a part; waits for the part.
    pub(crate) async fn attribute(&self, name: &str, attribute: &str) -> String {
        self.attempt(name, async |part| part.attr(attribute).await).await.unwrap_or_default()
    }

    /// What each part with that name says.
    pub(crate) async fn texts(&self, name: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for part in self.all(name).await {
            // One that has just been replaced by the next picture of the state says nothing.
            texts.extend(words(&part).await.ok());
        }
        texts
    }

    /// Clicks a part; waits for it.
    pub(crate) async fn click(&self, name: &str) {
        let to_the_middle = "arguments[0].scrollIntoView({ block: 'center' })";
        self.attempt(name, async |part| {
            // The driver brings a part just into view, where its middle may still be cut off.
            self.client.execute(to_the_middle, vec![serde_json::to_value(&part)?]).await?;
            part.click().await
        })
        .await;
    }

    /// Types into a part.
    pub(crate) async fn keys(&self, name: &str, keys: &str) {
        self.attempt(name, async |part| part.send_keys(keys).await).await;
    }

    /// Types into a field in place of what stands there.
    pub(crate) async fn retype(&self, name: &str, keys: &str) {
        self.attempt(name, async |part| part.clear().await).await;
        self.keys(name, keys).await;
    }

    /// Does `what` with a part, again if the part was replaced in between.
    async fn attempt<T>(&self, name: &str, what: impl AsyncFn(Element) -> Result<T, CmdError>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            let error = match what(self.find(name).await).await {
                Ok(done) => return done,
                Err(error) => error,
            };
            assert!(Instant::now() < end, "{name}: {error:?}");
            sleep(GLANCE).await;
        }
    }

    /// Drags the dot on the plane by so many pixels, as a hand does: with moments in between.
    pub(crate) async fn drag_dot(&self, right: i64, down: i64) {
        let dot = self.find("plane-dot").await;
        let moment = Some(Duration::from_millis(60));
        let mut hand = MouseActions::new("hand".to_owned())
            .then(PointerAction::MoveToElement { element: dot, duration: moment, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button: 0 });
        for _ in 0..4 {
            let (x, y) = (right as f64 / 4.0, down as f64 / 4.0);
            hand = hand.then(PointerAction::MoveBy { duration: moment, x, y });
        }
        hand = hand.then(PointerAction::Up { button: 0 });
        self.client.perform_actions(hand).await.unwrap();
        self.client.release_actions().await.unwrap();
    }

    /// Where the dot is: valence and arousal.
    pub(crate) async fn dot(&self) -> (f64, f64) {
        let valence = self.attribute("plane-dot", "data-valence").await;
        let arousal = self.attribute("plane-dot", "data-arousal").await;
        (valence.parse().unwrap(), arousal.parse().unwrap())
    }

    /// Runs a script in the page.
    pub(crate) async fn script(&self, script: &str) -> serde_json::Value {
        self.client.execute(script, vec![json!(null)]).await.unwrap()
    }

    /// Runs a script in the page that answers later, through the function that it gets behind `argument`.
    pub(crate) async fn script_later(&self, script: &str, argument: serde_json::Value) -> serde_json::Value {
        let patient = fantoccini::wd::TimeoutConfiguration::new(Some(Duration::from_mins(5)), None, None);
        self.client.update_timeouts(patient).await.unwrap();
        self.client.execute_async(script, vec![argument]).await.unwrap()
    }

    /// Makes the window this large.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.unwrap();
        sleep(Duration::from_millis(500)).await;
    }

    /// Saves what the window shows once everything has glided to its place.
    pub(crate) async fn picture(&self, name: &str) {
        let end = Instant::now() + SETTLED;
        loop {
            // What was done last may begin to glide a moment later.
            sleep(GLANCE).await;
            let glides = self.client.execute(GLIDES, Vec::new()).await;
            if Instant::now() > end || !glides.is_ok_and(|glides| glides == json!(true)) {
                break;
            }
        }
        // Without layers the engine takes the picture when it draws next, which may be never on a still page.
        let _ = self.client.execute(DRAWS, Vec::new()).await;
        if let Ok(png) = self.client.screenshot().await {
            fs::write(screenshots().join(format!("{name}.png")), png).unwrap();
        }
    }

    /// Closes the window, and with it the app.
    pub(crate) async fn close(self) {
        let _ = self.client.close().await;
    }
}

/// Whether the page changed while the driver looked through it.
fn changing(error: &CmdError) -> bool {
    matches!(error, CmdError::Standard(e) if e.error == ErrorStatus::StaleElementReference)
}

/// What a part says. The driver's own idea of it leaves out what it takes for covered or scrolled away.
async fn words(part: &Element) -> Result<String, CmdError> {
    Ok(part.prop("innerText").await?.unwrap_or_default())
}
