use super::*;
use attune_audio::play::Generator;
use attune_core::Policy;
use attune_session::view::{PolicyView, SoundscapeCue, SoundscapeReason};
use attune_soundscape::{TAIL_FRAMES, track_of};

fn policy(target: Affect) -> UiEvent {
    UiEvent::Policy(PolicyView { policy: Policy::Match, expression: None, goal: target, path: vec![target] })
}

fn generator(soundscapes: &Soundscapes, track: &Track) -> Box<dyn Generator> {
    match soundscapes.sound(track).unwrap().sound {
        Sound::Generated(generator) => generator,
        other => panic!("{other:?}"),
    }
}

/// Plays so many seconds; fewer at the end.
fn play(generator: &mut dyn Generator, seconds: usize) -> usize {
    let mut block = [0.0; 2_048];
    let mut frames = 0;
    while frames < seconds * 48_000 {
        match generator.read(&mut block) {
            0 => break,
            made => frames += made,
        }
    }
    frames
}

#[test]
fn a_piece_follows_the_target_that_the_session_tells_and_says_what_it_changes() {
    let (soundscapes, changes) = Soundscapes::new();
    let listener = soundscapes.follow(Box::new(|_| {}));
    let calm = Affect::new(0.2, -0.6);
    listener(&policy(calm));
    let mut piece = generator(&soundscapes, &track_of(3, calm));
    play(&mut *piece, 8);
    let first = changes.0.try_iter().last().unwrap();
    assert!(first.changes.is_empty(), "nothing moved: {first:?}");
    listener(&policy(Affect::new(0.2, 0.6)));
    play(&mut *piece, 45);
    let told: Vec<_> = changes.0.try_iter().collect();
    let last = told.last().unwrap();
    assert!(last.tempo > first.tempo + 5.0, "{} then {}", first.tempo, last.tempo);
    let faster = |view: &SoundscapeView| {
        view.changes
            .iter()
            .any(|c| c.cue == SoundscapeCue::Tempo && c.up && c.reason == SoundscapeReason::MoreEnergy)
    };
    assert!(told.iter().any(faster), "{told:?}");
}

#[test]
fn what_was_asked_for_is_the_reason_only_where_it_leads_that_way() {
    let (low, lifted) = (Affect::new(-0.7, -0.2), Affect::new(0.6, -0.2));
    let course = |policy, goal| Course { policy: Some((policy, goal)), mood: Some(low), target: None };
    let lift = course(Policy::Lift, lifted);
    assert_eq!(lift.asked(Why::MorePleasant), Some(SoundscapeReason::Lift));
    for why in [Why::MoreEnergy, Why::Calmer, Why::Darker] {
        assert_eq!(lift.asked(why), None, "{why:?} comes of the mood");
    }
    let calm = course(Policy::Calm, Affect::new(0.2, -0.6));
    assert_eq!(calm.asked(Why::Calmer), Some(SoundscapeReason::Calm));
    let energise = course(Policy::Energise, Affect::new(0.2, 0.7));
    assert_eq!(energise.asked(Why::MoreEnergy), Some(SoundscapeReason::Energise));
    let hold = course(Policy::Hold, Affect::new(-0.9, -0.2));
    assert_eq!((hold.asked(Why::Darker), hold.asked(Why::MoreEnergy)), (Some(SoundscapeReason::Hold), None));
    assert_eq!(course(Policy::Match, lifted).asked(Why::MorePleasant), None);
    assert_eq!(Course::default().asked(Why::MorePleasant), None, "nobody said anything yet");
}

#[test]
fn the_next_piece_joins_on_and_is_the_same_when_the_listener_goes_back_in_it() {
    let (soundscapes, _changes) = Soundscapes::new();
    let (one, two) = (track_of(3, Affect::NEUTRAL), track_of(11, Affect::NEUTRAL));
    let alone = generator(&soundscapes, &two).frames();
    let (soundscapes, _changes) = Soundscapes::new();
    let mut first = generator(&soundscapes, &one);
    let end = first.frames().saturating_sub(TAIL_FRAMES / 2);
    first.seek(end);
    play(&mut *first, 10);
    let joined = generator(&soundscapes, &two).frames();
    assert_ne!(alone, joined, "it opens otherwise after another piece");
    assert_eq!(generator(&soundscapes, &two).frames(), joined, "opened again, as for going back in it");
}

#[test]
fn other_tracks_are_none_of_the_composers() {
    assert!(Soundscapes::new().0.sound(&Track::named("a", "b")).is_none());
}
