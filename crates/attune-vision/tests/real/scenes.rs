//! Scenes made of the portrait: what a camera sees when a listener moves, leaves, or has a visitor.

use attune_core::{FaceBox, Frame, Timestamp};
use image::RgbImage;
use image::imageops::{FilterType, crop_imm, overlay, resize};

pub const SIZE: (u32, u32) = (640, 480);

/// The part of the portrait that is shown: left, top, width and height of the head.
const HEAD: [u32; 4] = [130, 20, 190, 210];

/// Where the portrait would lie: left, top, and its width in pixels. Only its head is shown, so that the room
/// behind stays as it is.
pub type Place = (i64, i64, u32);

/// A grey room with people in it.
pub fn room(portrait: &Frame, places: &[Place], at: i64) -> Frame {
    let picture = RgbImage::from_raw(portrait.width(), portrait.height(), portrait.rgb().to_vec()).unwrap();
    let mut room = RgbImage::from_pixel(SIZE.0, SIZE.1, image::Rgb([96, 100, 104]));
    let head = crop_imm(&picture, HEAD[0], HEAD[1], HEAD[2], HEAD[3]).to_image();
    for &(left, top, width) in places {
        let scaled = |length: u32| length * width / portrait.width();
        let head = resize(&head, scaled(HEAD[2]), scaled(HEAD[3]), FilterType::Triangle);
        overlay(&mut room, &head, left + i64::from(scaled(HEAD[0])), top + i64::from(scaled(HEAD[1])));
    }
    Frame::new(SIZE.0, SIZE.1, room.into_raw(), Timestamp(at)).unwrap()
}

/// The portrait's face, as a person would draw it, at a place.
pub fn face((left, top, width): Place) -> FaceBox {
    let scale = width as f32 / 420.0;
    let [x, y, w, h] = [179.0, 66.0, 92.0, 118.0].map(|v| v * scale);
    FaceBox { x: left as f32 + x, y: top as f32 + y, w, h, score: 1.0 }
}
