//! `attune-cli recommend`: tracks for a mood and a policy.

use crate::{catalogues, say};
use attune_app::compose;
use attune_app::print;
use attune_core::circumplex::affect_of;
use attune_core::ports::SourceEvent;
use attune_core::rank::Pool;
use attune_core::{
    Affect, AffectEstimate, AppError, ErrorCode, Expression, ExpressionScores, Policy, Sighting, Span,
    Timestamp,
};
use attune_session::recommend::{Choice, Wish, recommend};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

/// How sure a mood given as two numbers is taken to be.
const GIVEN_SD: f64 = 0.1;

/// The hour that is assumed, so that the same call gives the same tracks all day.
const MIDDAY: u8 = 12;

/// What to choose for.
#[derive(Debug, Args)]
pub(crate) struct Recommend {
    #[command(flatten)]
    mood: MoodArgument,
    /// match, lift, calm, energise, hold or classic
    #[arg(long, default_value = "match", value_parser = policy)]
    policy: Policy,
    /// CSV catalogues; the starter catalogue by default
    #[arg(long = "catalogue", value_name = "FILE")]
    catalogues: Vec<PathBuf>,
    /// How many tracks
    #[arg(long, default_value_t = 10)]
    limit: usize,
    /// The same seed gives the same tracks
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Print one JSON line per track instead of a table
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct MoodArgument {
    /// neutral, happiness, surprise, sadness, anger, disgust, fear or contempt
    #[arg(long, value_name = "NAME", value_parser = expression)]
    expression: Option<Expression>,
    /// A mood: valence and arousal, each from -1 to 1
    #[arg(long, value_name = "V,A", value_parser = affect, allow_hyphen_values = true)]
    affect: Option<Affect>,
    /// A picture with one face
    #[arg(long, value_name = "FILE")]
    image: Option<PathBuf>,
}

/// A track, as printed.
#[derive(Serialize)]
struct Line<'a> {
    rank: usize,
    id: &'a str,
    title: &'a str,
    artist: &'a str,
    mood: Option<&'a str>,
    popularity: Option<u8>,
    affect: AffectEstimate,
    target: Affect,
    reasons: &'a [attune_session::view::ReasonView],
    open: String,
}

impl Recommend {
    pub(crate) fn run(self) -> Result<(), AppError> {
        let (mood, expression) = self.mood.read()?;
        let pool = catalogues::pool(&self.catalogues)?;
        let choices = self.choose(&pool, mood, expression);
        if self.json { json(&choices) } else { self.table(&choices) }
    }

    fn choose(&self, pool: &Pool, mood: AffectEstimate, expression: Option<Expression>) -> Vec<Choice> {
        let path = self.policy.path(mood.mean, mood.mean, mood.mean, self.limit);
        let wish = Wish {
            mood,
            expression,
            policy: self.policy,
            hold: mood.mean,
            path: &path,
            before: &[],
            now: Timestamp(0),
            hour: MIDDAY,
            // Nothing is learned here, so nothing is tried out.
            surprise: 0.0,
            soundscapes: 0.0,
            seed: self.seed,
            slot: 0,
        };
        recommend(pool, &wish)
    }

    fn table(&self, choices: &[Choice]) -> Result<(), AppError> {
        let (name, artist) = (say::column_name(), say::column_artist());
        if self.policy == Policy::Classic {
            let (mood, popularity) = (say::column_mood(), say::column_popularity());
            print::line(&format!("{name:40}  {artist:30}  {mood:10}  {popularity}"))?;
            return choices.iter().try_for_each(|c| {
                let popularity = c.track.popularity.map_or_else(String::new, |p| p.to_string());
                let mood = c.track.mood_word.as_deref().unwrap_or("");
                print::line(&format!("{:40}  {:30}  {mood:10}  {popularity}", c.track.title, c.track.artist))
            });
        }
        print::line(&format!("{name:40}  {artist:30}  {}", say::column_because()))?;
        choices.iter().try_for_each(|c| {
            let why = c.reasons.first().map(say::reason).unwrap_or_default();
            print::line(&format!("{:40}  {:30}  {why}", c.track.title, c.track.artist))
        })
    }
}

fn json(choices: &[Choice]) -> Result<(), AppError> {
    choices.iter().enumerate().try_for_each(|(i, c)| {
        print::json(&Line {
            rank: i + 1,
            id: &c.track.id.0,
            title: &c.track.title,
            artist: &c.track.artist,
            mood: c.track.mood_word.as_deref(),
            popularity: c.track.popularity,
            affect: c.track.affect.estimate,
            target: c.aimed_at.target,
            reasons: &c.reasons,
            open: c.track.spotify_uri(),
        })
    })
}

impl MoodArgument {
    fn read(&self) -> Result<(AffectEstimate, Option<Expression>), AppError> {
        match (self.expression, self.affect, &self.image) {
            (Some(e), ..) => Ok((affect_of(&ExpressionScores::certain(e)), Some(e))),
            (_, Some(a), _) => Ok((AffectEstimate::with_sd(a, GIVEN_SD), None)),
            (_, _, Some(path)) => {
                let scores = read_picture(path.clone())?;
                Ok((affect_of(&scores), Some(scores.leading().0)))
            }
            // clap sees to it that one of the three is there.
            (None, None, None) => Ok((AffectEstimate::with_sd(Affect::NEUTRAL, 0.6), None)),
        }
    }
}

fn read_picture(path: PathBuf) -> Result<ExpressionScores, AppError> {
    let mut source = compose::pictures(&[path], Timestamp(0), Span(200))?;
    let mut eyes = compose::open_eyes(None)?;
    match source.next_event(&|| Timestamp(0)) {
        SourceEvent::Frame(frame) => match eyes.look(&frame)? {
            Sighting::Face(scores) => Ok(scores),
            Sighting::NoFace => {
                Err(AppError::new(ErrorCode::PictureNoFace, "No face was found in the picture."))
            }
            Sighting::SeveralFaces => Err(AppError::new(
                ErrorCode::PictureSeveralFaces,
                "There is more than one face in the picture. Choose a picture of one person.",
            )),
            Sighting::Unclear(why) => {
                let message = format!("The face in the picture cannot be read: {}.", why.english());
                Err(AppError::new(ErrorCode::PictureUnclear, message))
            }
        },
        SourceEvent::Skipped(error) | SourceEvent::Ended(Some(error)) => Err(error),
        SourceEvent::Ended(None) => {
            Err(AppError::new(ErrorCode::PictureMissing, "No picture was found there."))
        }
    }
}

fn policy(name: &str) -> Result<Policy, AppError> {
    let names = Policy::ALL.map(Policy::name).join(", ");
    Policy::from_name(name)
        .ok_or_else(|| AppError::new(ErrorCode::BadPolicy, format!("choose one of {names}")))
}

fn expression(name: &str) -> Result<Expression, AppError> {
    let names = Expression::ALL.map(Expression::name).join(", ");
    Expression::from_name(name)
        .ok_or_else(|| AppError::new(ErrorCode::BadExpression, format!("choose one of {names}")))
}

/// A place on the plane from two numbers with a comma between.
pub(crate) fn affect(text: &str) -> Result<Affect, AppError> {
    let bad = || AppError::new(ErrorCode::BadAffect, "give two numbers from -1 to 1, as in 0.4,-0.2");
    let (valence, arousal) = text.split_once(',').ok_or_else(bad)?;
    let axis = |t: &str| t.trim().parse().ok().filter(|x: &f64| (-1.0..=1.0).contains(x)).ok_or_else(bad);
    Ok(Affect::new(axis(valence)?, axis(arousal)?))
}
