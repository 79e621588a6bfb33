//! Runs the steps in lanes: those of one lane one after another, the lanes at the same time.

use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::Instant,
};

use anyhow::Result;

use super::{
    Step, beside,
    report::Row,
    steps::{Lane, Outcome},
};

/// Runs `steps`, each as soon as those before it in its lane and those that it needs have ended, unless one of these has
/// failed. A step that fails stops nothing else. What runs here is run by its own function, with its output as it comes;
/// what runs beside it by `beside`, and `show` is told here when that has ended. The rows are in the order of `steps`.
pub(super) fn run(
    steps: &[Step],
    beside: &(dyn Fn(&'static str) -> Result<Outcome> + Sync),
    show: &dyn Fn(&'static str),
) -> Vec<Row> {
    let board = Board { steps, state: Mutex::default(), changed: Condvar::new() };
    let of = |lane: Lane| steps.iter().filter(move |step| step.lane == lane);
    thread::scope(|scope| {
        for lane in Lane::BESIDE {
            let (board, mine) = (&board, of(lane));
            scope.spawn(move || mine.for_each(|step| board.run(step, || beside(step.name))));
        }
        for step in of(Lane::Here) {
            println!("\n=== {} ===", step.name);
            board.run(step, step.run);
            board.unshown().into_iter().for_each(show);
        }
        while let Some(name) = board.next_to_show() {
            show(name);
        }
    });
    board.into_rows()
}

/// What the lanes know of one another.
struct Board<'a> {
    steps: &'a [Step],
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// What has ended, in that order.
    rows: Vec<Row>,
    /// How many of them have been looked at for what is to be shown.
    looked: usize,
}

impl Board<'_> {
    /// Waits for what `step` needs, runs it by `work` unless something is lacking, and notes how it ended.
    fn run(&self, step: &Step, work: impl FnOnce() -> Result<Outcome>) {
        let lacking = self.wait_for(step.needs);
        let start = Instant::now();
        let outcome = match lacking {
            Some(lacking) => Outcome::Skipped(format!("{lacking} did not succeed")),
            None => work().unwrap_or_else(|error| beside::failed(&error)),
        };
        let row = Row { name: step.name, outcome, took: start.elapsed() };
        self.state().rows.push(row);
        self.changed.notify_all();
    }

    /// Blocks until all of `needs` that run at all have ended; the first that did not succeed.
    fn wait_for(&self, needs: &[&'static str]) -> Option<&'static str> {
        let runs = |need: &&&str| self.steps.iter().any(|step| step.name == **need);
        let ended = |state: &State, need: &str| state.rows.iter().any(|row| row.name == need);
        let state = self
            .changed
            .wait_while(self.state(), |state| needs.iter().filter(runs).any(|need| !ended(state, need)))
            .unwrap_or_else(PoisonError::into_inner);
        let failed = |row: &&Row| needs.contains(&row.name) && !row.outcome.succeeded();
        state.rows.iter().find(failed).map(|row| row.name)
    }

    /// What ran beside and has ended since the last look.
    fn unshown(&self) -> Vec<&'static str> {
        let mut state = self.state();
        let from = state.looked;
        state.looked = state.rows.len();
        state.rows[from..].iter().map(|row| row.name).filter(|name| self.is_beside(name)).collect()
    }

    /// Waits for the next step that runs beside to end, if any is left.
    fn next_to_show(&self) -> Option<&'static str> {
        let all = self.steps.len();
        let waits = |state: &mut State| state.looked == state.rows.len() && state.looked < all;
        let mut state = self.changed.wait_while(self.state(), waits).unwrap_or_else(PoisonError::into_inner);
        let name = state.rows.get(state.looked)?.name;
        state.looked += 1;
        Some(name)
    }

    fn is_beside(&self, name: &str) -> bool {
        self.steps.iter().any(|step| step.name == name && step.lane != Lane::Here)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn into_rows(self) -> Vec<Row> {
        let mut rows = self.state.into_inner().unwrap_or_else(PoisonError::into_inner).rows;
        rows.sort_by_key(|row| self.steps.iter().position(|step| step.name == row.name));
        rows
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::HashSet, time::Duration};

    use anyhow::bail;

    use super::{
        super::{report::total, steps::Tally},
        *,
    };

    const DONE: Outcome = Outcome::Done(Tally { passed: 1, failed: 0, skipped: 0 });

    fn step(name: &'static str, needs: &'static [&'static str], lane: Lane) -> Step {
        Step { name, needs, lane, run: || Ok(DONE) }
    }

    fn names(rows: &[Row]) -> Vec<&'static str> {
        rows.iter().map(|row| row.name).collect()
    }

    #[test]
    fn a_failed_step_stops_only_what_needs_it() {
        let build = Step { run: || bail!("no compiler"), ..step("build", &[], Lane::Here) };
        let steps = [
            build,
            step("rust", &["build"], Lane::Here),
            step("window", &["build"], Lane::Live),
            step("pages", &["left out"], Lane::Interface),
        ];
        let rows = run(&steps, &|_| Ok(DONE), &|_| ());
        assert_eq!(total(&rows), Tally { passed: 1, failed: 1, skipped: 2 });
        assert!(matches!(rows[2].outcome, Outcome::Skipped(_)), "{rows:?}");
    }

    #[test]
    fn lanes_run_at_the_same_time_and_a_lane_one_by_one() {
        let (send, receive) = std::sync::mpsc::sync_channel(0);
        let receive = Mutex::new(receive);
        let beside = |name| match name {
            // Ends only where the other lane runs at the same time.
            "a" => Ok(send.send(name).map(|()| DONE)?),
            "b" => Ok(receive.lock().unwrap().recv_timeout(Duration::from_mins(1)).map(|_| DONE)?),
            _ => Ok(DONE),
        };
        let steps = [
            step("here", &["a", "b"], Lane::Here),
            step("a", &[], Lane::Interface),
            step("b", &[], Lane::Live),
            step("c", &["a"], Lane::Live),
        ];
        let steps = [steps[1], steps[2], steps[0], steps[3]];
        let rows = run(&steps, &beside, &|_| ());
        assert_eq!((names(&rows), total(&rows).passed), (vec!["a", "b", "here", "c"], 4));
    }

    #[test]
    fn what_ran_beside_is_shown_once() {
        let steps = [
            step("one", &[], Lane::Live),
            step("two", &["one"], Lane::Here),
            step("three", &["two"], Lane::Live),
            step("four", &[], Lane::Interface),
        ];
        let shown = Mutex::new(Vec::new());
        run(&steps, &|_| Ok(DONE), &|name| shown.lock().unwrap().push(name));
        let shown = shown.into_inner().unwrap();
        assert_eq!(shown.len(), 3, "{shown:?}");
        assert_eq!(HashSet::from_iter(shown), HashSet::from(["one", "three", "four"]));
    }
}
