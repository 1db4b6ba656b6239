# SPDX-License-Identifier: MIT
# The shape of C files: licence line, length of files and functions, line
# width, banned calls, floating point outside pdf/.
# A line "lint: long because REASON" in a comment lifts the length limits of
# the file (at its head) or of the function that holds it.

function report(text) {
	print FILENAME ":" FNR ": " text
	bad++
}

# The code of a line: without strings, character constants and comments.
function code_of(line,    out, c, i, n) {
	gsub(/\\./, "", line)
	gsub(/"[^"]*"/, "\"\"", line)
	gsub(/'[^']*'/, "''", line)
	out = ""
	n = length(line)
	for (i = 1; i <= n; i++) {
		c = substr(line, i, 2)
		if (comment) {
			if (c == "*/") {
				comment = 0
				i++
			}
		} else if (c == "/*") {
			comment = 1
			i++
		} else
			out = out substr(line, i, 1)
	}
	return out
}

FNR == 1 {
	if (last != "" && lines > 800 && !excused)
		{ print last ": " lines " lines; split it or say why"; bad++ }
	last = FILENAME
	excused = comment = infunction = 0
	if ($0 !~ /SPDX-License-Identifier: MIT/)
		report("the first line is the SPDX licence line")
}

{
	lines = FNR
	if (/lint: long because ./) {
		if (infunction)
			function_excused = 1
		else
			excused = 1
	}
	width = $0
	gsub(/\t/, "        ", width)
	if (length(width) > 100)
		report("line of " length(width) " columns")
	code = code_of($0)
	if (code ~ /\/\//)
		report("comments are /* */")
	if (code ~ /(^|[^a-zA-Z0-9_])(gets|sprintf|vsprintf|strcpy|strcat|strtok|strtok_r|setlocale|localtime|localtime_r|gmtime|ctime|asctime|rand|srand|random|drand48|atoi|atol|atof|alloca|system|popen|tmpnam|mktemp|sscanf|scanf|gettimeofday)[ \t]*\(/)
		report("banned call: " code)
	if (code ~ /cmark_render_/)
		report("cmark's renderers are not used")
	if (code ~ /HPDF_(Page_(ShowText|TextOut|BeginText|SetFontAndSize)|LoadPng|LoadJpeg|SaveToFile)/)
		report("libharu is an object writer only")
	if (code ~ /(^|[^a-zA-Z0-9_])(float|double)([^a-zA-Z0-9_]|$)/ && FILENAME !~ /^src\/pdf\//)
		report("no floating point above pdf/")
	if (code ~ /(^|[^a-zA-Z0-9_])assert[ \t]*\(/)
		report("use BUG(): assert vanishes")
	if (code ~ /typedef[ \t]+(struct|union|enum)/)
		report("no typedef of struct, union, enum")
	if (/(TODO|FIXME|XXX|HACK)/)
		report("unfinished: " $0)
}

/^\{/ { infunction = 1; start = FNR; function_excused = 0 }
/^\}/ {
	if (infunction && FNR - start - 1 > 60 && !function_excused)
		report("function of " (FNR - start - 1) " lines; split it or say why")
	infunction = 0
}

END {
	if (lines > 800 && !excused) {
		print last ": " lines " lines; split it or say why"
		bad++
	}
	exit bad > 0
}
