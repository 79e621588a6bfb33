use super::*;
use image::{ImageFormat, RgbImage};
use proptest::prelude::*;
use std::thread;

/// Soon tired of a page that gives nothing, but for one that opens.
const QUICK: Limits = Limits {
    opening: Duration::from_mins(1),
    patience: Duration::from_millis(2),
    closing: Duration::from_millis(2),
};

/// What the page was told, in order.
type Wishes = Arc<Mutex<Vec<Option<u32>>>>;

fn page(limits: Limits) -> (PageFrames, Wishes) {
    let wishes = Wishes::default();
    let heard = wishes.clone();
    (PageFrames::with_limits(Box::new(move |wish| heard.lock().unwrap().push(wish)), limits), wishes)
}

fn jpeg(width: u32, shade: u8) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(width, 4, image::Rgb([shade; 3])).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// A page that answers a wish with one picture.
fn opened(page: &PageFrames) -> Pushed {
    let theirs = page.clone();
    let pusher = thread::spawn(move || {
        loop {
            if let Some(generation) = theirs.wanted() {
                return theirs.push(generation, jpeg(8, 9));
            }
            thread::yield_now();
        }
    });
    let source = page.open().unwrap();
    assert_eq!(pusher.join().unwrap(), Ok(true));
    source
}

fn next(source: &mut Pushed) -> SourceEvent {
    source.next_event(&|| Timestamp(77))
}

#[test]
fn a_picture_goes_from_the_page_to_the_source_and_is_stamped_when_taken() {
    let (page, wishes) = page(QUICK);
    let mut source = opened(&page);
    assert_eq!((page.wanted(), wishes.lock().unwrap().clone()), (Some(1), vec![Some(1)]));
    let SourceEvent::Frame(frame) = next(&mut source) else { panic!("no frame") };
    assert_eq!((frame.width(), frame.height(), frame.at()), (8, 4, Timestamp(77)));
    assert!(frame.rgb()[0].abs_diff(9) < 4);
    page.closed(1, None);
    assert_eq!(Box::new(source).close(), Ok(()));
    assert_eq!((page.wanted(), wishes.lock().unwrap().last()), (None, Some(&None)));
}

#[test]
fn it_is_off_only_when_the_page_says_so_too() {
    let (page, _) = page(QUICK);
    let source = opened(&page);
    assert_eq!(Box::new(source).close().unwrap_err().code, ErrorCode::CameraStuck);
    let slow = Limits { closing: Duration::from_secs(20), ..QUICK };
    let (page, _) = self::page(slow);
    let source = opened(&page);
    let theirs = page.clone();
    let answering = thread::spawn(move || {
        while theirs.wanted().is_some() {
            thread::yield_now();
        }
        theirs.closed(1, None);
    });
    assert_eq!(Box::new(source).close(), Ok(()));
    answering.join().unwrap();
}

#[test]
fn what_the_page_says_while_it_opens_is_why_it_did_not() {
    let (page, _) = page(Limits { opening: Duration::from_secs(20), ..QUICK });
    let theirs = page.clone();
    let denying = thread::spawn(move || {
        loop {
            if let Some(generation) = theirs.wanted() {
                let why = AppError::new(ErrorCode::CameraDenied, "no");
                return theirs.closed(generation, Some(why));
            }
        }
    });
    assert_eq!(page.open().err().map(|e| e.code), Some(ErrorCode::CameraDenied));
    denying.join().unwrap();
    assert_eq!(page.wanted(), None, "a source that did not open wants nothing");
}

#[test]
fn a_page_that_says_nothing_is_stuck() {
    let (page, wishes) = page(Limits { opening: Duration::from_millis(5), ..QUICK });
    assert_eq!(page.open().err().map(|e| e.code), Some(ErrorCode::CameraStuck));
    assert_eq!(*wishes.lock().unwrap(), [Some(1), None]);
    let (page, _) = self::page(QUICK);
    let mut source = opened(&page);
    assert!(matches!(next(&mut source), SourceEvent::Frame(_)));
    for _ in 1..SILENCES {
        assert!(matches!(next(&mut source), SourceEvent::Skipped(e) if e.code == ErrorCode::CameraStuck));
    }
    assert!(matches!(next(&mut source), SourceEvent::Ended(Some(e)) if e.code == ErrorCode::CameraStuck));
    assert_eq!(PATIENCE * SILENCES, Duration::from_secs(3), "a page that gives none for 3 s is stuck");
}

#[test]
fn pictures_that_are_too_large_or_late_or_no_pictures_do_no_harm() {
    let (page, _) = page(Limits { patience: Duration::from_secs(20), ..QUICK });
    let mut source = opened(&page);
    assert!(matches!(next(&mut source), SourceEvent::Frame(_)));
    let large = page.push(1, vec![0; MAX_PUSHED_BYTES + 1]);
    assert_eq!(large.unwrap_err().code, ErrorCode::PictureTooLarge);
    assert_eq!(page.push(0, jpeg(8, 1)), Ok(false), "of an earlier generation");
    assert_eq!(page.push(2, jpeg(8, 1)), Ok(false), "of none that there was");
    let pushing = page.clone();
    let pusher = thread::spawn(move || {
        while pushing.push(1, b"no picture".to_vec()) == Ok(true) {
            thread::sleep(Duration::from_millis(1));
        }
    });
    let end = loop {
        match next(&mut source) {
            SourceEvent::Ended(end) => break end,
            SourceEvent::Skipped(_) => {}
            SourceEvent::Frame(frame) => panic!("{frame:?}"),
        }
    };
    assert_eq!(end.unwrap().code, ErrorCode::CameraFormat);
    drop(source);
    pusher.join().unwrap();
}

#[test]
fn the_page_waits_until_a_picture_is_wanted() {
    let (page, _) = page(Limits { patience: Duration::from_secs(20), ..QUICK });
    let mut source = opened(&page);
    assert!(page.wait_wanted(1, Duration::from_millis(5)), "still open when the time is over");
    let waiting = page.clone();
    let pusher = thread::spawn(move || {
        assert!(waiting.wait_wanted(1, Duration::from_secs(20)));
        waiting.push(1, jpeg(8, 200))
    });
    assert!(matches!(next(&mut source), SourceEvent::Frame(_)), "the first, which lay there");
    let SourceEvent::Frame(frame) = next(&mut source) else { panic!("no frame") };
    assert!(frame.rgb()[0] > 190);
    assert_eq!(pusher.join().unwrap(), Ok(true));
    drop(source);
    assert!(!page.wait_wanted(1, Duration::from_secs(20)), "nothing is wanted of one that is closed");
}

/// One thing that happens, in any order.
#[derive(Debug, Clone)]
enum Step {
    Open,
    Push { generation: u32, shade: u8 },
    Take,
    PageClosed { generation: u32 },
    Close,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        Just(Step::Open),
        (0..6_u32, any::<u8>()).prop_map(|(generation, shade)| Step::Push { generation, shade }),
        Just(Step::Take),
        (0..6_u32).prop_map(|generation| Step::PageClosed { generation }),
        Just(Step::Close),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_sequence_keeps_generations_apart(steps in prop::collection::vec(step(), 1..30)) {
        let (page, wishes) = page(QUICK);
        let (mut source, mut generation): (Option<Box<Pushed>>, u32) = (None, 0);
        let (mut said_closed, mut shades) = (false, Vec::new());
        for step in steps {
            match step {
                Step::Open => {
                    generation += 1;
                    source = Some(Box::new(opened(&page)));
                    (said_closed, shades) = (false, vec![9]);
                }
                Step::Push { generation: pushed, shade } => {
                    let taken = page.push(pushed, jpeg(8, shade)).unwrap();
                    prop_assert!(!taken || (pushed == generation && source.is_some()));
                    shades.push(shade);
                }
                Step::Take => if let Some(source) = &mut source {
                    match next(source) {
                        SourceEvent::Frame(frame) => {
                            let near = |shade: &u8| frame.rgb()[0].abs_diff(*shade) < 6;
                            prop_assert!(shades.iter().any(near), "a picture of this generation");
                        }
                        SourceEvent::Ended(Some(error)) => {
                            prop_assert!(said_closed || error.code == ErrorCode::CameraStuck);
                        }
                        SourceEvent::Skipped(_) | SourceEvent::Ended(None) => {}
                    }
                },
                Step::PageClosed { generation: closed } => {
                    page.closed(closed, None);
                    said_closed |= closed == generation;
                }
                Step::Close => if let Some(source) = source.take() {
                    prop_assert_eq!(source.close().is_ok(), said_closed, "off when both say so");
                },
            }
            let wish = source.as_ref().map(|_| generation);
            prop_assert_eq!(page.wanted(), wish);
            prop_assert_eq!(wishes.lock().unwrap().last().copied().flatten(), wish);
        }
    }
}
