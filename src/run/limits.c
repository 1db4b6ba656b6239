/* SPDX-License-Identifier: MIT */
/*
 * Limits and Landlock for the builder: numbers and paths come in, the process
 * itself is changed.  Knows nothing of guides.
 */
#define _GNU_SOURCE
#include "run/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/buf.h"

struct run_limits
run_limits_default(void)
{
	struct run_limits limits = {
		.memory_mib = 2048,
		.cpu_seconds = 120,
		.file_mib = 512,
		.wall_seconds = 600,
	};

	return limits;
}

static bool
limit_to(int resource, const char *what, rlim_t soft, rlim_t hard,
    struct buf *why)
{
	struct rlimit now;

	if (getrlimit((__rlimit_resource_t)resource, &now) != 0)
		goto failed;
	if (now.rlim_max != RLIM_INFINITY) {
		if (hard > now.rlim_max)
			hard = now.rlim_max;
		if (soft > now.rlim_max)
			soft = now.rlim_max;
	}
	now.rlim_cur = soft;
	now.rlim_max = hard;
	if (setrlimit((__rlimit_resource_t)resource, &now) == 0)
		return true;
failed:
	buf_printf(why, "cannot limit %s: %s", what, strerror(errno));
	return false;
}

bool
run_limits_set(const struct run_limits *limits, struct buf *why)
{
	const rlim_t mib = 1024 * 1024;
	rlim_t n;

	if (!limit_to(RLIMIT_CORE, "core files", 0, 0, why))
		return false;
#ifndef BIFOLIO_SANITIZED
	/* Sanitizers reserve terabytes of addresses. */
	if (limits->memory_mib > 0) {
		n = (rlim_t)limits->memory_mib * mib;
		if (!limit_to(RLIMIT_AS, "memory", n, n, why))
			return false;
	}
#endif
	if (limits->cpu_seconds > 0) {
		/* Soft below hard: equal limits give SIGKILL, which says
		 * nothing, instead of SIGXCPU. */
		n = (rlim_t)limits->cpu_seconds;
		if (!limit_to(RLIMIT_CPU, "processor time", n, n + 5, why))
			return false;
	}
	if (limits->file_mib > 0) {
		n = (rlim_t)limits->file_mib * mib;
		if (!limit_to(RLIMIT_FSIZE, "file size", n, n, why))
			return false;
	}
	return true;
}

#define LANDLOCK_READ (LANDLOCK_ACCESS_FS_READ_FILE | \
	LANDLOCK_ACCESS_FS_READ_DIR)
#define LANDLOCK_WRITE (LANDLOCK_ACCESS_FS_WRITE_FILE | \
	LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR | \
	LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR)
#define LANDLOCK_ALL (LANDLOCK_READ | LANDLOCK_WRITE | \
	LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_MAKE_CHAR | \
	LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | \
	LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM)

static bool
allow_below(int ruleset, const char *const *paths, uint64_t access,
    struct buf *why)
{
	struct landlock_path_beneath_attr rule;
	size_t i;
	long done;
	int fd;

	for (i = 0; paths[i] != NULL; i++) {
		fd = open(paths[i], O_PATH | O_CLOEXEC);
		if (fd < 0)
			continue;
		memset(&rule, 0, sizeof(rule));
		rule.parent_fd = fd;
		rule.allowed_access = access;
		done = syscall(SYS_landlock_add_rule, ruleset,
		    LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
		if (done != 0 && errno == EINVAL) {
			/* A file, not a folder: rights of folders do not
			 * apply. */
			rule.allowed_access = access &
			    (LANDLOCK_ACCESS_FS_READ_FILE |
			    LANDLOCK_ACCESS_FS_WRITE_FILE);
			done = syscall(SYS_landlock_add_rule, ruleset,
			    LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
		}
		if (done != 0)
			buf_printf(why, "cannot allow %s: %s", paths[i],
			    strerror(errno));
		close(fd);
		if (done != 0)
			return false;
	}
	return true;
}

bool
run_confine(const char *const *readable, const char *const *writable,
    struct buf *why)
{
	struct landlock_ruleset_attr attributes;
	long ruleset;
	bool ok;

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
		buf_printf(why, "cannot give up privileges: %s",
		    strerror(errno));
		return false;
	}
	memset(&attributes, 0, sizeof(attributes));
	attributes.handled_access_fs = LANDLOCK_ALL;
	ruleset = syscall(SYS_landlock_create_ruleset, &attributes,
	    sizeof(attributes), 0);
	if (ruleset < 0) {
		/* Kernels before 5.13, and those that were built or started
		 * without Landlock: the process limits must do. */
		if (errno == ENOSYS || errno == EOPNOTSUPP)
			return true;
		buf_printf(why, "cannot use Landlock: %s", strerror(errno));
		return false;
	}
	ok = allow_below((int)ruleset, readable, LANDLOCK_READ, why) &&
	    allow_below((int)ruleset, writable, LANDLOCK_READ | LANDLOCK_WRITE,
	    why);
	if (ok && syscall(SYS_landlock_restrict_self, ruleset, 0) != 0) {
		buf_printf(why, "cannot use Landlock: %s", strerror(errno));
		ok = false;
	}
	close((int)ruleset);
	return ok;
}
