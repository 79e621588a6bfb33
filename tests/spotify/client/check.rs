//! The test button.

use crate::scene::Scene;
use attune_spotify::SpotifyCheck;

#[tokio::test(flavor = "multi_thread")]
async fn it_tells_what_is_wrong() {
    let scene = Scene::new();
    let client_id = scene.fake.world().client_id();
    assert_eq!(scene.spotify.check("ffffffffffffffffffffffffffffffff").await, SpotifyCheck::WrongClientId);
    assert_eq!(scene.spotify.check("not an id").await, SpotifyCheck::WrongClientId);
    assert_eq!(scene.spotify.check(&client_id).await, SpotifyCheck::NeedsSignIn);

    scene.sign_in().await.unwrap();
    assert_eq!(scene.spotify.check(&client_id).await, SpotifyCheck::Works { name: Some("Mia".into()) });

    scene.fake.world().apps[0].owner_premium = false;
    assert_eq!(scene.spotify.check(&client_id).await, SpotifyCheck::OwnerNotPremium);
    scene.fake.world().apps[0].owner_premium = true;

    scene.fake.world().visitor = "zoe".into();
    scene.sign_in().await.unwrap();
    assert_eq!(scene.spotify.check(&client_id).await, SpotifyCheck::NotAllowListed);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_network_is_no_network() {
    let scene = Scene::signed_in().await;
    let client_id = scene.fake.world().client_id();
    let Scene { fake, spotify, .. } = scene;
    drop(fake);
    assert_eq!(spotify.check(&client_id).await, SpotifyCheck::Offline);
    assert_eq!(spotify.check("ffffffffffffffffffffffffffffffff").await, SpotifyCheck::Offline);
}
