import type { Messages } from './en';
import { ownMessage } from './en-own-message';
import { ownWords } from './ja-own-message';
import { check } from './ja-spotify';

/** A sentence for every error code, in Japanese: what happened, what still works, what to do. */
export const errors: Messages['errors'] = {
  ...ownMessage,
  ...ownWords,
  bluetooth_unavailable:
    'Bluetoothがオフ、または使えないため、心拍ベルトに接続できません。オンにして再試行してください。ほかはすべて動作します。',
  strap_lost: '心拍ベルトが圏外か、電源が切れました。戻ると自動で再接続します。',
  strap_none: '近くに心拍ベルトがありません。装着して起動させてから、再試行してください。',
  strap_stuck: 'Bluetoothが応答しません。オフにしてからオンに戻し、再試行してください。',
  camera_none:
    'カメラが見つかりませんでした。なくてもAttuneは使えます。点をドラッグするか、カメラを接続して再試行してください。',
  camera_busy:
    '別のプログラムがカメラを使っています。ここで使うには、そのプログラムで閉じてください。',
  camera_denied:
    'Attuneにカメラの使用が許可されていません。システム設定で許可して（Androidでは「アプリ」「Attune」「権限」）再試行してください。',
  camera_lost:
    'カメラが外れたか、動作しなくなりました。音楽の再生は続き、カメラは戻ると自動で再開します。',
  camera_stuck:
    'カメラが応答せず、オンのままかもしれません。取り外すか、別のカメラを選んでください。音楽の再生は続きます。',
  calibration_needs_camera:
    'この操作には顔が見えている必要があります。カメラを起動して、もう一度試してください。',
  microphone_none:
    'マイクが見つからないか、選択したマイクが接続されていません。なくてもAttuneは使えます。点をドラッグするか、マイクを接続して再試行してください。',
  microphone_busy:
    '別のプログラムがマイクを使っています。そのプログラムを閉じて再試行してください。',
  microphone_denied:
    'Attuneにマイクの使用が許可されていません。システム設定で許可して再試行してください。',
  microphone_format: 'このマイクの音声を使えません。別のマイクを選んでください。',
  microphone_lost:
    'マイクが外れたか、動作しなくなりました。音楽の再生は続き、聞き取りは戻ると自動で再開します。',
  microphone_stuck:
    'サウンドシステムが応答せず、マイクがオンのままかもしれません。取り外すか、別のマイクを選んでください。',
  voice_model:
    '声の調子を読み取るモデルを使えません。ほかはすべて動作します。解決するにはAttuneを再インストールしてください。',
  model_missing:
    '表情のモデルがないため、顔を読み取れません。ほかはすべて動作します。解決するにはAttuneを再インストールしてください。',
  model_corrupt:
    '表情のモデルが壊れているため、顔を読み取れません。ほかはすべて動作します。解決するにはAttuneを再インストールしてください。',
  runtime_missing:
    '顔の読み取りに必要な部品がありません。ほかはすべて動作します。代わりに点をドラッグしてください。解決するにはAttuneを再インストールしてください。',
  cpu_unsupported:
    'このコンピューターのプロセッサーでは表情のモデルを実行できません。ほかはすべて動作します。代わりに点をドラッグしてください。',
  picture_no_face: '写真に顔が見つからなかったため、気分は変わりません。別の写真を選んでください。',
  picture_several_faces:
    '写真に複数の顔があるため、気分は変わりません。一人で写っている写真を選んでください。',
  picture_unclear:
    '写真の顔が暗い、明るすぎる、ぼやけている、遠い、または隠れているため、気分は変わりません。もっとはっきりした写真を選んでください。',
  picture_unreadable: 'Attuneが読める画像ではありません。JPEG、PNG、またはWebPを使ってください。',
  csv_empty: 'ファイルが空のため、何も読み込まれませんでした。別のファイルを選んでください。',
  database_busy: '別のAttuneがデータを使っています。それを閉じて、もう一度試してください。',
  backup_newer:
    'このファイルは新しいバージョンのAttuneで保存されたため、何も変更していません。復元するにはAttuneを更新してください。',
  backup_unreadable:
    'Attuneが書き出したファイルではないか、壊れています。何も変更していません。別のファイルを選んでください。',
  database_newer:
    'データは新しいバージョンのAttuneで保存されています。使うにはAttuneを更新してください。',
  disk_full:
    'ディスクがいっぱいのため、新しい内容は保存されません。音楽の再生は続きます。空き容量を増やしてください。',
  artist_unnamed:
    'この曲にはブロックできるアーティスト名がありません。代わりに曲をブロックしてください。',
  track_gone: 'この曲はもうライブラリにありません。別の曲を選んでください。',
  preference_unknown: '回答を保存できませんでした。ほかは何も変わっていません。',
  catalogue_gone: 'このカタログは削除されています。',
  history_gone: 'この記録は削除されています。',
  no_player:
    '再生先がまだありません。下のバーで「このコンピューター」または「Spotify」を選んでください。',
  queue_empty:
    '再生するものがありません。音楽フォルダーを追加するか、カタログをオンにしてください。',
  no_sound_output: '音声の出力先がありません。ほかはすべて動作し、出力先が戻ると再生を再開します。',
  track_not_here:
    'この曲のファイルが見つかりません。ディスクを接続するか、フォルダーを再スキャンしてください。',
  play_gave_up:
    '続けて何曲も再生できなかったため、再生を停止しました。ライブラリの「読めなかったファイル」を確認してください。',
  player_gone: 'プレーヤーが予期せず停止しました。再生を押すと再び始まります。',
  browser_not_opened: 'ブラウザーを開けませんでした。アドレスを自分でコピーして開いてください。',
  keyring_unavailable:
    'このシステムにはキーリングがないため、サインインはAttuneを閉じるまで有効です。',
  keyring_dismissed:
    'キーリングのパスワード入力画面が閉じられたか表示できなかったため、保存されたサインインを読めません。Attuneを再起動するかサインインし直すと、もう一度表示されます。',
  keyring_locked:
    'キーリングがロックされているため、保存されたサインインを読めません。解除してからAttuneを再起動してください。',
  keyring_silent:
    'キーリングが応答しません。パスワードの入力を待っているのかもしれません。解除してからAttuneを再起動してください。',
  keyring_unusable:
    'キーリングにAttuneの名前で別の項目があります。その項目を削除してからサインインし直してください。',
  playlist_not_planned: '先にプレイリストをプレビューしてから作成してください。',
  spotify_ends_soon:
    'Spotifyのサインインが2週間以内に終了します。続けるには設定でサインインし直してください。',
  spotify_not_signed_in: 'Spotifyにサインインしていません。',
  spotify_sign_in_ended: 'Spotifyのサインインが終了しました。ほかはすべて動作します。',
  spotify_wrong_client_id: check.wrongClientId,
  spotify_denied:
    'Spotifyへのアクセスが許可されませんでした。サインインし直して、同意を選んでください。',
  spotify_sign_in_timeout: 'サインインに2分以上かかりました。もう一度試してください。',
  spotify_owner_not_premium: check.ownerNotPremium,
  spotify_not_allow_listed: check.notAllowListed,
  spotify_playlist_not_owned:
    'このプレイリストは別のアカウントのものなので、変更されませんでした。',
  spotify_premium_required:
    '再生の操作にはSpotify Premiumが必要です。プレイリストとリンクはなくても使えます。',
  spotify_no_active_device:
    '使用中のSpotifyアプリがありません。Spotifyを開くか、デバイスを選んでください。',
  spotify_device_gone: 'このデバイスはもう使えません。別のデバイスを選んでください。',
  spotify_rate_limited:
    'Spotifyからしばらく待つように求められています。いつまでかは設定に表示されます。',
  spotify_quota_exceeded:
    'Spotifyアプリの要求の上限に達しました。いつ再開できるかは設定に表示されます。',
  spotify_offline: 'Spotifyに接続できません。ほかはすべて動作します。接続を確認してください。',
  bad_arguments: '実行できませんでした。何も変わっていません。もう一度試してください。',
  unexpected: '問題が起きました。表示が最新でない可能性があります。もう一度試してください。',
};
