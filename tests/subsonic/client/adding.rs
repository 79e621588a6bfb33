//! Testing and adding a server: what is wrong is told apart, and what may not travel does not.

use super::{Scene, login};
use attune_core::{ErrorCode, Secret};
use attune_subsonic::{Address, CertificateProblem, Kept, Login, NewServer, ServerCheck};
use attune_testkit::subsonic::{FakeSubsonic, Trouble};
use std::net::TcpListener;

#[test]
fn a_server_of_today_works_by_hash_and_form() {
    let scene = Scene::new();
    let check = scene.servers.check(&scene.new_server());
    let works = ServerCheck::Works {
        program: Some("fake 1.0".into()),
        protocol: "1.16.1".into(),
        sends_password: false,
        form_post: true,
    };
    assert_eq!(check, works);
    let world = scene.fake.world();
    assert!(world.seen.iter().all(|s| s.query.is_empty() || s.method == "getOpenSubsonicExtensions"));
    assert!(world.seen.iter().all(|s| s.parameter("p").is_none()));
    assert_eq!(world.seen[0].parameter("u"), None, "nobody is named before a music server has answered");
}

#[test]
fn a_wrong_address_a_wrong_password_and_an_old_protocol_are_told_apart() {
    let scene = Scene::new();
    let new = scene.new_server();
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let nobody = Address::parse(&format!("http://{free}")).unwrap();
    let check = |new: &NewServer| scene.servers.check(new);
    let code = |check: ServerCheck| match check {
        ServerCheck::WrongAddress(e) => ("address", e.code),
        ServerCheck::WrongPassword(e) => ("password", e.code),
        ServerCheck::Version(e) => ("version", e.code),
        other => panic!("{other:?}"),
    };
    let unreachable = NewServer { address: nobody, ..new.clone() };
    assert_eq!(code(check(&unreachable)), ("address", ErrorCode::ServerOffline));
    let elsewhere = Address::parse(&format!("{}/music", scene.fake.base())).unwrap();
    assert_eq!(
        code(check(&NewServer { address: elsewhere, ..new.clone() })),
        ("address", ErrorCode::ServerAddress)
    );
    let wrong = NewServer { login: login("open"), ..new.clone() };
    assert_eq!(code(check(&wrong)), ("password", ErrorCode::ServerPassword));

    for trouble in [Trouble::Html, Trouble::Garbage, Trouble::Status(404)] {
        scene.fake.world().trouble("", 2, trouble.clone());
        let (what, _) = code(check(&new));
        assert_eq!(what, "address", "{trouble:?}");
        scene.fake.world().faults.clear();
    }
    scene.fake.world().trouble("", 1, Trouble::Redirect("https://login.example/?p=secret".into()));
    let ServerCheck::WrongAddress(moved) = check(&new) else { panic!("a redirection is no server") };
    assert_eq!(moved.code, ErrorCode::ServerMoved);
    assert!(moved.message.contains("https://login.example.") && !moved.message.contains("secret"), "{moved}");

    scene.fake.world().protocol = "1.7.0".into();
    assert_eq!(code(check(&new)), ("version", ErrorCode::ServerVersion));
}

#[test]
fn a_server_that_knows_no_hashes_gets_the_password_on_this_computer() {
    let scene = Scene::new();
    (scene.fake.world().tokens, scene.fake.world().extensions) = (false, Vec::new());
    let ServerCheck::Works { sends_password, form_post, .. } = scene.servers.check(&scene.new_server())
    else {
        panic!("it works by password")
    };
    assert!(sends_password && !form_post);
}

#[test]
fn a_password_is_not_sent_where_others_can_read_it() {
    let scene = Scene::new();
    scene.fake.world().tokens = false;
    // Another name of this computer, as far as addresses tell.
    let address = scene.fake.base().replace("127.0.0.1", "0.0.0.0");
    let new = NewServer { address: Address::parse(&address).unwrap(), ..scene.new_server() };
    match scene.servers.check(&new) {
        ServerCheck::PlainPassword(error) => assert_eq!(error.code, ErrorCode::ServerPlainPassword),
        ServerCheck::WrongAddress(_) => {
            println!("skipped: 0.0.0.0 leads nowhere on this system");
            return;
        }
        other => panic!("{other:?}"),
    }
    assert!(scene.fake.world().seen.iter().all(|s| s.parameter("p").is_none()));
    let consent = NewServer { plain_password: true, ..new };
    assert!(matches!(scene.servers.check(&consent), ServerCheck::Works { sends_password: true, .. }));
}

#[test]
fn an_older_server_is_spoken_to_in_its_version() {
    let scene = Scene::new();
    scene.fake.world().protocol = "1.15.0".into();
    let ServerCheck::Works { protocol, sends_password, .. } = scene.servers.check(&scene.new_server()) else {
        panic!("1.15 is new enough")
    };
    assert_eq!((protocol.as_str(), sends_password), ("1.15.0", false));
    scene.fake.world().protocol = "1.12.0".into();
    let check = scene.servers.check(&scene.new_server());
    assert!(matches!(check, ServerCheck::Works { sends_password: true, .. }), "before hashes: {check:?}");
}

#[test]
fn an_api_key_stands_for_name_and_password() {
    let scene = Scene::new();
    let with = |key: &str| NewServer { login: Login::ApiKey(Secret::new(key)), ..scene.new_server() };
    assert!(matches!(scene.servers.check(&with("key-0123456789")), ServerCheck::Works { .. }));
    assert!(matches!(scene.servers.check(&with("key")), ServerCheck::WrongPassword(_)));
    let (server, _) = scene.servers.add("Music", &with("key-0123456789")).unwrap();
    assert_eq!((server.listener.as_str(), scene.scan(&server.id).songs), ("", 3));
}

#[test]
fn a_certificate_of_its_own_is_asked_about_once() {
    let scene = Scene::with(FakeSubsonic::start_encrypted().unwrap(), |_| {});
    let new = scene.new_server();
    let ServerCheck::Certificate { fingerprint, problem, error } = scene.servers.check(&new) else {
        panic!("nobody vouches for it: {:?}", scene.servers.check(&new))
    };
    assert_eq!((problem, error.code), (CertificateProblem::Unknown, ErrorCode::ServerCertificate));
    assert!(error.message.contains(&fingerprint));
    assert_eq!(scene.fake.world().seen, [], "nothing was said to a stranger");

    let accepted = NewServer { accepted: Some(fingerprint.parse().unwrap()), ..new };
    let (server, _) = scene.servers.add("Home", &accepted).unwrap();
    assert_eq!((server.accepted.as_deref(), scene.scan(&server.id).songs), (Some(fingerprint.as_str()), 3));

    let before = scene.fake.world().seen.len();
    scene.fake.change_certificate();
    let restarted = scene.restarted();
    let ServerCheck::Certificate { fingerprint: other, problem, .. } =
        restarted.check_again(&server.id).unwrap()
    else {
        panic!("the certificate is another one")
    };
    assert_eq!(problem, CertificateProblem::Changed);
    assert_ne!(other, fingerprint);
    assert_eq!(scene.fake.world().seen.len(), before);
}

#[test]
fn http_and_https_taken_for_each_other_end_soon() {
    let plain = Scene::new();
    let address = Address::parse(&plain.fake.base().replace("http:", "https:")).unwrap();
    let check = plain.servers.check(&NewServer { address, ..plain.new_server() });
    assert!(matches!(check, ServerCheck::WrongAddress(_)), "{check:?}");
    let encrypted = Scene::with(FakeSubsonic::start_encrypted().unwrap(), |_| {});
    let address = Address::parse(&encrypted.fake.base().replace("https:", "http:")).unwrap();
    let check = encrypted.servers.check(&NewServer { address, ..encrypted.new_server() });
    assert!(matches!(check, ServerCheck::Failed(_) | ServerCheck::WrongAddress(_)), "{check:?}");
}

#[test]
fn logins_are_in_the_keyring_or_in_memory_and_go_with_the_server() {
    let scene = Scene::new();
    let (server, kept) = scene.servers.add("", &scene.new_server()).unwrap();
    assert_eq!((kept, scene.secrets.count()), (Kept::Keyring, 1));
    assert_eq!(server.name, scene.fake.base().replace("http://", ""));
    let restarted = scene.restarted();
    assert!(matches!(restarted.check_again(&server.id).unwrap(), ServerCheck::Works { .. }));
    restarted.remove(&server.id).unwrap();
    assert_eq!((scene.secrets.count(), scene.servers.list().unwrap().len()), (0, 0));
    assert_eq!(scene.servers.server(&server.id).unwrap_err().code, ErrorCode::ServerGone);
    restarted.remove(&server.id).unwrap();

    scene.secrets.lock(true);
    let (again, kept) = scene.servers.add("", &scene.new_server()).unwrap();
    assert!(matches!(kept, Kept::ThisSession(_)) && again.id == server.id);
    assert_eq!(scene.scan(&again.id).songs, 3);
    let later = scene.restarted().scan(&again.id, false, &|| true, &mut |_| {});
    assert_eq!(later.unwrap_err().code, ErrorCode::ServerNoPassword);
}

#[test]
fn nothing_is_left_after_erasing() {
    let scene = Scene::new();
    let id = scene.scanned();
    scene.servers.whole_song(&scene.track(0)).unwrap();
    scene.servers.erase().unwrap();
    assert_eq!((scene.servers.list().unwrap().len(), scene.secrets.count()), (0, 0));
    let songs = std::fs::read_dir(scene.data.path().join("server-songs")).unwrap().count();
    let file = std::fs::read(scene.data.path().join("servers.db")).unwrap();
    let holds = |word: &str| file.windows(word.len()).any(|w| w == word.as_bytes());
    assert!(songs == 0 && !holds(&id) && !holds("Title") && !holds("alice"));
}
