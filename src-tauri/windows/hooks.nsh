; Offers Attune under "Open with" for music and playlists, and makes it nobody's default: an association of Tauri's would.
!macro NSIS_HOOK_POSTINSTALL
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe" "FriendlyAppName" "Attune"
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\shell\open\command" "" '"$INSTDIR\attune.exe" "%1"'
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".mp3" ""
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".flac" ""
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".ogg" ""
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".oga" ""
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".opus" ""
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".m4a" ""
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".aac" ""
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".wav" ""
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".aif" ""
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".aiff" ""
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".m3u" ""
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".m3u8" ""
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".pls" ""
  WriteRegStr SHCTX "Software\Classes\Applications\attune.exe\SupportedTypes" ".xspf" ""
!macroend

!macro NSIS_HOOK_POSTUNINSTALL
  DeleteRegKey SHCTX "Software\Classes\Applications\attune.exe"
!macroend
