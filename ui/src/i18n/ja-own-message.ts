import type { ownMessage } from './en-own-message';

/**
 * Japanese sentences for codes whose English message names a file, a number or a line: without the name, but in the
 * listener's language. Codes of the command line alone have none.
 */
export const ownWords: Partial<Record<keyof typeof ownMessage, string>> = {
  audio_damaged: 'ファイルの音声が壊れています。別のコピーに置き換えると、Attuneが読み直します。',
  audio_model:
    '音楽を聴くモデルが動きません。代わりにジャンルとアーティストから気分を推定します。解決するにはAttuneを再インストールしてください。',
  audio_stopped: '解析を中止しました。',
  audio_too_short: '録音が短すぎて、曲調を判断できません。',
  audio_unreadable: 'ファイルを読めませんでした。まだ存在するか確認してください。',
  audio_unsupported: 'このファイル形式には対応していません。',
  camera_format: 'カメラの映像を使えません。別のカメラを選んでください。音楽の再生は続きます。',
  csv_cancelled: '読み込みを中止しました。何も変更されていません。',
  csv_denied: 'システムがこのファイルの読み取りを許可していません。アクセス権を確認してください。',
  csv_missing: 'ファイルがなくなっています。別のファイルを選んでください。',
  csv_no_columns:
    'タイトルとアーティストの列がありません。最初の行に列の名前があるか確認してください。',
  csv_unreadable: 'ファイルを最後まで読めなかったため、何も読み込まれませんでした。',
  data_folder_read_only:
    'データフォルダーに書き込めません。すべて動作しますが、新しい内容は保存されません。',
  data_folder_unknown: 'データの保存場所がわかりません。すべて動作しますが、何も保存されません。',
  database_corrupt:
    '保存されたデータが壊れています。音楽は再生できますが、新しい内容は保存されません。',
  database_set_aside:
    '保存されたデータが壊れていました。復元できた分を使っています。壊れたファイルは隣に残してあります。',
  document_newer:
    '一部のデータは新しいバージョンのAttuneで保存されたもので、そのまま残してあります。使うにはAttuneを更新してください。',
  erase_incomplete:
    'すべては削除できませんでした。ファイルを使っているほかのプログラムを閉じて、もう一度試してください。',
  export_empty: '書き出すものがありません。',
  export_failed: 'ファイルに書き込めませんでした。別の場所を選ぶか、空き容量を増やしてください。',
  export_kind: 'ファイル名から形式を判断できません。',
  file_coding: 'このファイルの音声は、Attuneで再生できない形式です。FLACかMP3に変換してください。',
  file_damaged: 'ファイルが壊れています。別のコピーに置き換えてください。',
  file_empty: 'ファイルが空です。もう一度コピーしてください。',
  file_no_sound: 'ファイルに音声がありません。途中で切れているのかもしれません。',
  file_protected: 'このファイルは販売元に保護されていて、ここでは再生できません。',
  file_unknown: '知られている音楽形式のファイルではありません。',
  file_unreadable: 'ファイルを読めませんでした。まだ存在するか確認してください。',
  learned_unreadable: '学習した内容を読めなかったため、最初から始めます。ほかはすべて動作します。',
  library_analysing: '別のAttuneがライブラリを解析しています。終わるまで待ってください。',
  library_corrupt:
    '音楽のデータベースが壊れています。フォルダーを再スキャンして作り直してください。',
  library_failed: 'ライブラリで問題が起きました。もう一度試してください。',
  library_folder_gone: 'このフォルダーはもうライブラリにありません。',
  library_folder_inside: 'このフォルダーは、すでにライブラリにあるフォルダーの中にあります。',
  library_folder_missing: 'このフォルダーは存在しません。別のフォルダーを選んでください。',
  library_in_memory: 'ライブラリを保存できません。Attuneを閉じるまで有効です。',
  library_newer:
    'ライブラリは新しいバージョンのAttuneで保存されています。使うにはAttuneを更新してください。',
  library_not_watched:
    'フォルダーの変更を自動で見つけられません。「再スキャン」を使うと見つけられます。',
  library_scanning: '別のAttuneがフォルダーをスキャンしています。終わるまで待ってください。',
  library_set_aside:
    '音楽のデータベースが壊れていました。復元できた分を使っています。壊れたファイルは隣に残してあります。',
  library_track_away: 'この曲のファイルが今はありません。ディスクを接続してください。',
  library_track_gone: 'この曲はもうライブラリにありません。',
  manifest_invalid: 'モデルの一覧が壊れています。解決するにはAttuneを再インストールしてください。',
  model_failed:
    'モデルを読み込めませんでした。ほかはすべて動作します。解決するにはAttuneを再インストールしてください。',
  model_output: 'モデルの結果を使えませんでした。もう一度試してください。',
  model_shape:
    'モデルがこのバージョンに合いません。解決するにはAttuneを再インストールしてください。',
  not_saved_yet: 'まだ保存できていないものがあります。Attuneが保持し、もう一度試します。',
  picture_missing: '写真がなくなっています。別の写真を選んでください。',
  picture_too_large: '写真が大きすぎます。もっと小さいものを使ってください。',
  playlist_failed: 'プレイリストを読み書きできませんでした。',
  runtime_incompatible:
    '表情の読み取りに必要な部品のバージョンが違います。ほかはすべて動作します。代わりに点をドラッグしてください。解決するにはAttuneを再インストールしてください。',
  runtime_reports:
    '表情の読み取りに必要な部品が開発元にデータを送るため、使用しません。ほかはすべて動作します。',
  server_address: 'このアドレスに音楽サーバーはありません。アドレスを確認してください。',
  server_bad_reply: 'サーバーの応答をAttuneが理解できませんでした。',
  server_certificate:
    'サーバーの証明書を保証する機関がありません。承認する前にフィンガープリントを比べてください。',
  server_failed: 'サーバーで問題が起きています。後でもう一度試してください。',
  server_gone: 'このサーバーはもうAttuneにありません。',
  server_interrupted: 'サーバーの応答が途中で切れました。もう一度試してください。',
  server_moved: 'サーバーが別のアドレスを示しています。正しければ、それをここに入力してください。',
  server_no_password: 'サーバーのパスワードがキーリングにありません。サインインし直してください。',
  server_offline:
    'サーバーに接続できません。保存した曲は再生できます。アドレスと接続を確認してください。',
  server_password: 'サーバーがユーザー名かパスワードを受け付けません。両方を確認してください。',
  server_plain_password: 'サーバーはパスワードそのものしか受け付けず、接続も暗号化されていません。',
  server_rate_limited: 'サーバーからしばらく待つように求められています。',
  server_refused: 'サーバーが要求を拒否しました。',
  server_scanning: 'このサーバーの曲はすでに読み込み中です。',
  server_song_changed: 'サーバー上の曲が変わりました。もう一度試してください。',
  server_song_gone: 'この曲はもうサーバーにありません。',
  server_version: 'サーバーのSubsonicのバージョンにAttuneが対応していません。',
  servers_in_memory: 'サーバーの一覧を保存できません。Attuneを閉じるまで有効です。',
  servers_set_aside:
    'サーバーの一覧が壊れていました。復元できた分を使っています。壊れたファイルは隣に残してあります。',
  session_failed: 'Attuneを完全に起動できませんでした。再起動してください。',
  session_gone: 'Attuneを終了しています。',
  settings_repaired: '一部の設定を読めなかったため、初期設定に戻しました。',
  spotify_bad_reply: 'Spotifyの応答をAttuneが理解できませんでした。',
  spotify_endpoint_removed: 'Spotifyはこの機能を新しいアプリに提供していません。',
  spotify_interrupted: 'Spotifyの応答が途中で切れました。要求は実行された可能性があります。',
  spotify_keyring: 'Spotifyのためにキーリングを使えませんでした。',
  spotify_mood_budget: '気分が頻繁に変わっています。Spotifyはまもなく追いつきます。',
  spotify_no_listener:
    'Spotifyの応答を待てませんでした。Attuneを再起動して、サインインし直してください。',
  spotify_not_found: 'Spotifyで見つかりませんでした。',
  spotify_not_now: '今はSpotifyで実行できません。少ししてからもう一度試してください。',
  spotify_not_opened: 'Spotifyを開けませんでした。自分で開いてください。',
  spotify_refused: 'Spotifyが要求を拒否しました。',
  spotify_scope_missing:
    'Spotifyの許可が足りません。サインアウトしてからサインインし直してください。',
  spotify_server: 'Spotifyで問題が起きています。後でもう一度試してください。',
  spotify_unauthorised: 'Spotifyがサインインを認めません。サインインし直してください。',
  store_failed: '保存できないものがありました。もう一度試してください。',
  task_failed: '問題が起きました。もう一度試してください。',
  threads_unavailable:
    'システムがこれ以上の処理を開始できません。ほかのプログラムを閉じてください。',
  autostart_failed: 'システムが変更を受け付けませんでした。もう一度お試しください。',
  shortcuts_not_set:
    'デスクトップがショートカットを設定しませんでした。ほかの機能は使えます。もう一度試すには、オンにし直してください。',
  window_not_shown: 'ウインドウを表示できませんでした。',
};
