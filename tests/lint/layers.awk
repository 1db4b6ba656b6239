# SPDX-License-Identifier: MIT
# Reads src/LAYERS, then C files; prints every include that the table does not
# allow.  Usage: awk -f layers.awk src/LAYERS src/base/arena.c ...

function folder_of(path,    parts) {
	sub(/^src\//, "", path)
	if (path !~ /\//)
		return path
	split(path, parts, "/")
	return parts[1]
}

# Does "name" match a pattern with * at its end?
function matches(name, pattern) {
	if (pattern ~ /\*$/)
		return index(name, substr(pattern, 1, length(pattern) - 1)) == 1
	return name == pattern
}

FILENAME ~ /LAYERS$/ {
	if ($1 == "layer") {
		sub(/:.*/, "", $2)
		layer[$2] = 1
		for (i = 3; i <= NF; i++)
			if ($i != ":")
				allowed[$2, $i] = 1
	} else if ($1 == "owner") {
		owners++
		header[owners] = $2
		for (i = 3; i <= NF; i++)
			if ($i != ":")
				owner[owners] = owner[owners] " " $i
	} else if ($1 == "gnu") {
		for (i = 2; i <= NF; i++)
			gnu[++gnus] = $i
	}
	next
}

FNR == 1 {
	here = folder_of(FILENAME)
	file = FILENAME
	sub(/^src\//, "", file)
	if (!(here in layer) && here != "version.h") {
		print FILENAME ": folder is not in src/LAYERS"
		bad++
	}
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
	split($0, q, "\"")
	to = q[2]
	if (to !~ /\//) {
		if (to != "version.h") {
			print FILENAME ":" FNR ": write \"folder/file.h\": " to
			bad++
		}
		next
	}
	split(to, p, "/")
	if (p[1] != here && !((here, p[1]) in allowed)) {
		print FILENAME ":" FNR ": " here " may not use " p[1]
		bad++
	}
	if (to ~ /_int\.h$/ && p[1] != here) {
		print FILENAME ":" FNR ": " to " is internal to " p[1]
		bad++
	}
}

/^[ \t]*#[ \t]*include[ \t]*</ {
	to = $0
	sub(/^[^<]*</, "", to)
	sub(/>.*/, "", to)
	for (i = 1; i <= owners; i++) {
		if (!matches(to, header[i]))
			continue
		n = split(owner[i], o, " ")
		ok = 0
		for (j = 1; j <= n; j++)
			if (o[j] == file)
				ok = 1
		if (!ok) {
			print FILENAME ":" FNR ": <" to "> belongs to" owner[i]
			bad++
		}
	}
}

/_GNU_SOURCE/ {
	ok = 0
	for (i = 1; i <= gnus; i++)
		if (matches(file, gnu[i]))
			ok = 1
	if (!ok) {
		print FILENAME ":" FNR ": _GNU_SOURCE is for emit/ and run/"
		bad++
	}
}

END { exit bad > 0 }
