/* SPDX-License-Identifier: MIT */
/*
 * The least that making a site takes: every *.md of a folder is read, parsed
 * by libcmark and written as a page with a plain head and foot.  One process,
 * one thread, no checks, nothing shared between pages.  Usage: floor FROM INTO.
 */
#include <cmark.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define PATH_BYTES 4096

static void
stop(const char *what)
{
	perror(what);
	exit(1);
}

static char *
read_file(const char *path, size_t *len)
{
	FILE *file = fopen(path, "rb");
	struct stat status;
	char *bytes;

	if (file == NULL || stat(path, &status) != 0)
		stop(path);
	bytes = malloc((size_t)status.st_size + 1);
	if (bytes == NULL)
		stop(path);
	*len = fread(bytes, 1, (size_t)status.st_size, file);
	bytes[*len] = '\0';
	fclose(file);
	return bytes;
}

/* What stands behind the front matter. */
static const char *
body_of(const char *text)
{
	const char *end = strncmp(text, "---\n", 4) == 0 ?
	    strstr(text + 4, "\n---\n") : NULL;

	return end != NULL ? end + 5 : text;
}

static void
make_page(const char *from, const char *into)
{
	const char *body;
	char *text, *html;
	size_t len;
	FILE *page;

	text = read_file(from, &len);
	body = body_of(text);
	html = cmark_markdown_to_html(body, len - (size_t)(body - text),
	    CMARK_OPT_DEFAULT);
	page = fopen(into, "wb");
	if (page == NULL)
		stop(into);
	fprintf(page, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n"
	    "<meta charset=\"utf-8\" />\n<title>%s</title>\n"
	    "<link rel=\"stylesheet\" href=\"site.css\" />\n</head>\n<body>\n"
	    "<nav><a href=\"index.html\">Contents</a></nav>\n<main>\n%s"
	    "</main>\n</body>\n</html>\n", from, html);
	if (fclose(page) != 0)
		stop(into);
	free(html);
	free(text);
}

int
main(int argc, char **argv)
{
	char from[PATH_BYTES], into[PATH_BYTES];
	struct dirent *entry;
	size_t len;
	DIR *folder;

	if (argc != 3)
		return 2;
	folder = opendir(argv[1]);
	if (folder == NULL || mkdir(argv[2], 0777) != 0)
		stop(argv[1]);
	while ((entry = readdir(folder)) != NULL) {
		len = strlen(entry->d_name);
		if (len < 4 || strcmp(entry->d_name + len - 3, ".md") != 0)
			continue;
		snprintf(from, sizeof(from), "%s/%s", argv[1], entry->d_name);
		snprintf(into, sizeof(into), "%s/%.*s.html", argv[2],
		    (int)(len - 3), entry->d_name);
		make_page(from, into);
	}
	closedir(folder);
	return 0;
}
