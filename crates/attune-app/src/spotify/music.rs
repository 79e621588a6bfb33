//! Devices, playlists and the listener's own music.

use super::{
    OwnMusic, PlannedTrack, PlaylistMade, PlaylistPatterns, PlaylistPlan, PlaylistPurpose, SHELF,
    SpotifyAccount, SpotifyControl, SpotifyDevice, SpotifyShared,
};
use attune_core::player::{PlayerEvent, PlayerListener};
use attune_core::{AppError, ErrorCode, Track, TrackId, Tracks};
use attune_session::view::NamedTrack;
use attune_spotify::{
    Cause, ConnectPlayer, Knowledge, Known, MoodPlaylist, Plan, SpotifyError, Target, Wanted,
};
use serde::Serialize;
use std::sync::Arc;

impl SpotifyAccount {
    /// Plays in the listener's Spotify apps (code `spotify_not_signed_in` while nobody is signed in).
    pub fn player(&self, listener: PlayerListener) -> Result<ConnectPlayer, AppError> {
        if !self.shared.client.status().signed_in {
            return Err(SpotifyError::NotSignedIn.into());
        }
        let told = Arc::clone(&self.shared).overhearing(listener);
        Ok(ConnectPlayer::start(self.shared.client.clone(), &self.threads, told))
    }

    /// The open Spotify apps.
    pub async fn devices(&self) -> Result<Vec<SpotifyDevice>, AppError> {
        self.run(|shared| async move { Ok(shared.client.devices().await?) }).await
    }

    /// Goes on playing on another device.
    pub async fn transfer(&self, device: String) -> Result<(), AppError> {
        self.run(|shared| async move {
            let done = shared.client.transfer(&device).await;
            shared.memory().control = match done {
                Ok(()) => SpotifyControl::Works,
                Err(SpotifyError::PremiumRequired) => SpotifyControl::NeedsPremium,
                Err(error) => return Err(error.into()),
            };
            Ok(done?)
        })
        .await
    }

    /// Finds the queue's tracks on Spotify and the playlist they would go to, and changes nothing there.
    pub async fn plan(
        &self,
        purpose: PlaylistPurpose,
        patterns: PlaylistPatterns,
    ) -> Result<PlaylistPlan, AppError> {
        self.run(|shared| async move {
            let (key, tracks) = shared.wishes(purpose)?;
            let list = MoodPlaylist::new(&key, &patterns.name, &patterns.description);
            shared.client.set_patterns(patterns);
            let wanted: Vec<Wanted> = tracks.iter().map(|t| Wanted::from(t.as_ref())).collect();
            let plan = shared.client.plan(&list, &wanted, Cause::Listener).await?;
            let shown = shown(&plan, &tracks);
            shared.memory().plan = Some(plan);
            Ok(shown)
        })
        .await
    }

    /// Carries the last dry run out (code `playlist_not_planned` when there was none).
    pub async fn make(&self) -> Result<PlaylistMade, AppError> {
        self.run(|shared| async move {
            let plan = shared.memory().plan.take();
            let plan = plan.ok_or_else(|| {
                AppError::new(ErrorCode::PlaylistNotPlanned, "Preview the playlist first, then make it.")
            })?;
            let written = shared.client.apply(&plan, Cause::Listener).await?;
            Ok(PlaylistMade {
                id: written.id,
                name: name_of(&plan),
                created: written.created,
                tracks: written.tracks as u32,
            })
        })
        .await
    }

    /// Puts the listener's own tracks on a shelf of the session, those of which our catalogues know the mood.
    pub async fn bring_own_music(&self) -> Result<OwnMusic, AppError> {
        self.run(|shared| async move {
            let session = shared.session()?;
            let own = session.call(|e, _| e.own_tracks())?;
            let knowledge = Knowledge::gathered(own.iter().flat_map(Tracks::iter));
            let all = shared.client.candidates(&knowledge, Cause::Listener).await?;
            let count = all.len();
            let known = all.into_iter().filter(|c| c.known != Known::Nothing).map(|c| c.track);
            let known = Tracks::new(known);
            let found = OwnMusic { known: known.len() as u32, unknown: (count - known.len()) as u32 };
            if !known.is_empty() {
                session
                    .call(move |e, now| e.set_session_shelf(SHELF, "Your music on Spotify", known, now))?;
            }
            Ok(found)
        })
        .await
    }
}

impl SpotifyAccount {
    /// Lets the queue draw from the listener's own music on Spotify no longer.
    pub fn end_own_music(&self) -> Result<(), AppError> {
        self.shared.session()?.call(|e, now| e.remove_session_shelf(SHELF, now))
    }
}

impl SpotifyShared {
    /// Learns from what the player tells whether playback can be controlled, before the session hears of it.
    fn overhearing(self: Arc<Self>, mut listener: PlayerListener) -> PlayerListener {
        Box::new(move |event, at| {
            let control = match &event {
                PlayerEvent::State(s) if s.track.is_some() => Some(SpotifyControl::Works),
                PlayerEvent::Failed(e) if e.code == SpotifyError::PremiumRequired.code() => {
                    Some(SpotifyControl::NeedsPremium)
                }
                _ => None,
            };
            if let Some(control) = control {
                self.memory().control = control;
            }
            // A failure may have ended the sign-in, or begun a time of silence.
            self.publish();
            listener(event, at);
        })
    }

    /// What a playlist for that purpose is called, and the queue as it is now.
    fn wishes(&self, purpose: PlaylistPurpose) -> Result<(String, Vec<Arc<Track>>), AppError> {
        self.session()?.call(move |e, now| {
            let state = e.state(now);
            let key = match purpose {
                PlaylistPurpose::Mood => word(&state.mood.word),
                PlaylistPurpose::Policy => word(&state.policy.policy),
            };
            (key, e.queued())
        })
    }
}

/// The stable word of an enumeration without fields.
fn word(of: &impl Serialize) -> String {
    serde_json::to_value(of).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// One that is there keeps its name.
fn name_of(plan: &Plan) -> String {
    match &plan.target {
        Target::Existing { name: Some(name), .. } => name.clone(),
        _ => plan.list.name().to_owned(),
    }
}

fn shown(plan: &Plan, tracks: &[Arc<Track>]) -> PlaylistPlan {
    let named = |id: &TrackId| {
        let track = tracks.iter().find(|t| t.id == *id)?;
        Some(NamedTrack { id: id.clone(), title: track.title.clone(), artist: track.artist.clone() })
    };
    PlaylistPlan {
        name: name_of(plan),
        exists: matches!(plan.target, Target::Existing { .. }),
        found: plan.found.iter().cloned().map(PlannedTrack::from).collect(),
        missed: plan.missed.iter().filter_map(named).collect(),
    }
}
