# What the command line says. `docs/translating.md` tells how the languages are kept; English errors come with their own words.

# Catalogues
row_problem = { $file }, line { $line }: { $problem }
rows_left_out = { $file }: { $rows ->
    [one] one more row was left out
   *[other] { $rows } more rows were left out
}
values_left_out = { $file }: { $values ->
    [one] one value was left out of a row that was taken
   *[other] { $values } values were left out of rows that were taken
}

# Camera and faces
camera_closed = The camera is closed while you are away.
camera_open = The camera is open again.
face_none = no face
face_not_read = not read
face_unsure = not sure: { $why }
affect = valence { $valence } ± { $valence_sd }  arousal { $arousal } ± { $arousal_sd }

# Tracks
column_name = name
column_artist = artist
column_mood = mood
column_popularity = popularity
column_because = because
queue_at_end = The queue at the end:
not_understood = Not understood: { $line }
line_no_track = Line { $number } of the input is not a track in JSON.

# Pulse
strap_not_found = No strap was found. Put it on, wet its contacts, and disconnect it from other devices.
strap_is_connected = connected
strap_searching = Looking for the strap …
strap_connected = Connected to { $name }
strap_connected_battery = Connected to { $name }, battery at { $percent } %
strap_unreadable = The strap sent something that cannot be read.
strap_waiting = Not connected: { $why }. Looking again in { $seconds } s.
pulse_rate = { $rate } bpm
pulse_sure = { $rate } bpm, confidence { $confidence }
skin_not_touched = no contact with the skin

# Servers
server_works = It works: { $program }, protocol { $protocol }.
server_works_unnamed = It works: a music server, protocol { $protocol }.
server_scanned = { $server }: { $songs ->
    [one] { $songs } song
   *[other] { $songs } songs
}, { $added } added, { $changed } changed, { $removed } removed
server_unchanged = the server says that nothing has changed
server_songs = { $songs ->
    [one] { $songs } song
   *[other] { $songs } songs
}, { $loaded } loaded
password_not_kept = The password was not kept: { $why }

# Histories
history_kept = { $number }: { $source }, { $plays ->
    [one] { $plays } play
   *[other] { $plays } plays
} of { $tracks ->
    [one] { $tracks } track
   *[other] { $tracks } tracks
}
history_span = { $from } to { $to }
history_counts = { $plays ->
    [one] { $plays } play
   *[other] { $plays } plays
} of { $tracks ->
    [one] { $tracks } track
   *[other] { $tracks } tracks
} by { $artists ->
    [one] { $artists } artist
   *[other] { $artists } artists
}; { $finished } to the end, { $skipped } skipped
history_unused = { $left_out } left out, { $unusable } that cannot be used
