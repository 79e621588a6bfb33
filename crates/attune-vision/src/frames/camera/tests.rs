use super::*;
use attune_core::ErrorCode;
use std::sync::mpsc;

fn description() -> CameraDescription {
    CameraDescription { id: "usb-1:2-3@4".into(), name: "test".into(), index: 0 }
}

fn grey(data: Vec<u8>) -> RawPicture {
    RawPicture { format: PixelFormat::Grey, width: 2, height: 1, data }
}

/// A camera that gives these pictures one after another, then says goodbye if it has something to say, and else
/// nothing more until the sender is gone.
fn camera(pictures: Vec<RawPicture>, goodbye: Option<AppError>) -> (Camera, mpsc::Sender<()>) {
    let (sender, gone) = mpsc::channel::<()>();
    let run = move |slot: &Slot<RawPicture>| {
        for picture in pictures {
            let mut picture = Some(picture);
            while picture.is_some() && slot.offer(|| picture.take().unwrap()) {
                thread::sleep(Duration::from_millis(1));
            }
        }
        if goodbye.is_none() {
            let _ = gone.recv();
        }
        slot.close(goodbye.unwrap_or_else(|| fault::lost("released")));
    };
    let mut camera = Camera::over(&description(), run).unwrap();
    camera.patience = Duration::from_secs(20);
    (camera, sender)
}

#[test]
fn pictures_are_stamped_when_taken() {
    let (mut camera, _hold) = camera(vec![grey(vec![211, 212]), grey(vec![3, 4])], None);
    for expected in [[211, 211, 211, 212, 212, 212], [3, 3, 3, 4, 4, 4]] {
        let event = loop {
            match camera.next_event(&|| Timestamp(77)) {
                SourceEvent::Skipped(_) => {}
                event => break event,
            }
        };
        assert!(!format!("{camera:?} {event:?}").contains("211"), "no pixels in a log");
        let SourceEvent::Frame(frame) = event else { panic!("{event:?}") };
        assert_eq!((frame.rgb(), frame.at()), (expected.as_slice(), Timestamp(77)));
    }
    assert_eq!(camera.id().as_deref(), Some("usb-1:2-3@4"));
}

#[test]
fn one_bad_picture_is_skipped_and_five_are_the_end() {
    let (mut camera, _hold) = camera(vec![grey(vec![1]); 5], None);
    let mut skipped = 0;
    let end = loop {
        match camera.next_event(&|| Timestamp(0)) {
            SourceEvent::Skipped(error) => skipped += u32::from(error.code == ErrorCode::CameraFormat),
            SourceEvent::Ended(end) => break end,
            SourceEvent::Frame(frame) => panic!("{frame:?}"),
        }
    };
    assert_eq!((skipped, end.unwrap().code), (4, ErrorCode::CameraFormat));
}

#[test]
fn a_camera_that_does_not_answer_is_given_up_and_not_called_closed() {
    let (mut camera, hold) = camera(vec![], None);
    camera.patience = Duration::from_millis(5);
    for _ in 1..SILENCES {
        let event = camera.next_event(&|| Timestamp(0));
        assert!(matches!(event, SourceEvent::Skipped(e) if e.code == ErrorCode::CameraStuck));
    }
    let event = camera.next_event(&|| Timestamp(0));
    assert!(matches!(event, SourceEvent::Ended(Some(e)) if e.code == ErrorCode::CameraStuck));
    let slot = Arc::clone(&camera.slot);
    assert_eq!(Box::new(camera).close().unwrap_err().code, ErrorCode::CameraStuck);
    drop(hold);
    assert!(slot.wait_closed(Duration::from_mins(1)), "its thread ends when the driver comes back");
}

#[test]
fn an_unplugged_camera_ends_and_closes() {
    let (mut camera, _hold) = camera(vec![], Some(fault::lost("unplugged")));
    let event = camera.next_event(&|| Timestamp(0));
    assert!(matches!(event, SourceEvent::Ended(Some(e)) if e.code == ErrorCode::CameraLost));
    assert!(Box::new(camera).close().is_ok());
}

#[test]
fn waiting_and_closing_fit_into_a_second_and_silence_into_five() {
    assert!(PATIENCE + CLOSING <= Duration::from_secs(1));
    assert!(PATIENCE * SILENCES + CLOSING < Duration::from_secs(5));
    assert!(OPENING + CLOSING < Duration::from_secs(5));
}

#[test]
fn without_a_camera_opening_says_so() {
    if list().is_ok_and(|cameras| cameras.is_empty()) {
        assert_eq!(Camera::open(None).unwrap_err().code, ErrorCode::CameraNone);
    }
    assert_eq!(Camera::open(Some("no such camera")).unwrap_err().code, ErrorCode::CameraNone);
}
