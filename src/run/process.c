/* SPDX-License-Identifier: MIT */
/*
 * One child at a time: started afresh, watched, told to stop.  Signals are
 * taken by waiting for them, so there is no handler and no global state.
 */
#define _GNU_SOURCE
#include "run/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "run/progress.h"

/* What the parent looks at while it waits: a third of a second is soon enough
 * for a person and nothing for the machine. */
#define TICK_NANOSECONDS 300000000L

/* What the caller has set to be ignored (nohup, a job in the background) stays
 * so: blocked, it would be taken for a wish to stop. */
static void
watched_signals(sigset_t *set)
{
	static const int wishes[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction now;
	size_t i;

	sigemptyset(set);
	sigaddset(set, SIGCHLD);
	for (i = 0; i < sizeof(wishes) / sizeof(wishes[0]); i++)
		if (sigaction(wishes[i], NULL, &now) != 0 ||
		    now.sa_handler != SIG_IGN)
			sigaddset(set, wishes[i]);
}

/* In the child, between fork and exec: only async-signal-safe calls. */
static _Noreturn void
become_builder(char *const *argv, int descriptor, pid_t parent,
    const sigset_t *mask)
{
	int flags;

	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
		_exit(3);
	flags = fcntl(descriptor, F_GETFD);
	if (flags < 0 ||
	    fcntl(descriptor, F_SETFD, flags & ~FD_CLOEXEC) != 0)
		_exit(3);
	if (sigprocmask(SIG_SETMASK, mask, NULL) != 0)
		_exit(3);
	execv("/proc/self/exe", argv);
	_exit(127);
}

static void
show_progress(const struct run_progress *progress, bool clear)
{
	char where[200];

	if (clear) {
		fputs("\r\033[K", stderr);
		return;
	}
	run_progress_where(progress, where, sizeof(where));
	fprintf(stderr, "\r\033[Kworking on %.60s", where);
	fflush(stderr);
}

static bool
reaped(pid_t child, struct run_result *r)
{
	int status;
	pid_t got;

	do {
		got = waitpid(child, &status, WNOHANG);
	} while (got < 0 && errno == EINTR);
	if (got != child)
		return false;
	if (r->end == RUN_TIMED_OUT || r->end == RUN_INTERRUPTED)
		return true;
	if (WIFEXITED(status)) {
		r->end = RUN_EXITED;
		r->code = WEXITSTATUS(status);
	} else {
		r->end = RUN_KILLED;
		r->code = WTERMSIG(status);
	}
	return true;
}

static void
watch(pid_t child, const sigset_t *set, const struct run_limits *limits,
    const struct run_progress *progress, bool show, struct run_result *r)
{
	struct timespec tick = { 0, TICK_NANOSECONDS }, start, now;
	bool shown = false;
	int signal_number;
	long seconds;

	clock_gettime(CLOCK_MONOTONIC, &start);
	for (;;) {
		if (reaped(child, r))
			break;
		signal_number = sigtimedwait(set, NULL, &tick);
		if (signal_number > 0 && signal_number != SIGCHLD) {
			r->end = RUN_INTERRUPTED;
			r->code = signal_number;
			kill(child, SIGKILL);
		}
		clock_gettime(CLOCK_MONOTONIC, &now);
		seconds = (long)(now.tv_sec - start.tv_sec);
		if (limits->wall_seconds > 0 &&
		    seconds > limits->wall_seconds &&
		    r->end != RUN_INTERRUPTED) {
			r->end = RUN_TIMED_OUT;
			kill(child, SIGKILL);
		}
		if (show && seconds >= 1) {
			show_progress(progress, false);
			shown = true;
		}
	}
	if (shown)
		show_progress(progress, true);
}

struct run_result
run_process(char *const *argv, int descriptor,
    const struct run_limits *limits, const struct run_progress *progress,
    bool show, struct buf *why)
{
	struct run_result r = { RUN_NOT_STARTED, 0 };
	sigset_t set, before;
	pid_t parent, child;

	watched_signals(&set);
	if (sigprocmask(SIG_BLOCK, &set, &before) != 0) {
		buf_printf(why, "cannot block signals: %s", strerror(errno));
		return r;
	}
	/* If we were started with SIGCHLD ignored, the child's end would be
	 * thrown away and waited for in vain. */
	(void)signal(SIGCHLD, SIG_DFL);
	parent = getpid();
	child = fork();
	if (child == 0)
		become_builder(argv, descriptor, parent, &before);
	if (child < 0) {
		buf_printf(why, "cannot start the builder: %s",
		    strerror(errno));
	} else {
		r.end = RUN_EXITED;
		watch(child, &set, limits, progress, show, &r);
		if (r.end == RUN_EXITED && r.code == 127) {
			buf_puts(why, "cannot start the builder: "
			    "/proc/self/exe cannot be executed");
			r.end = RUN_NOT_STARTED;
		}
	}
	/* SIGINT and the like stay blocked: from here on the caller publishes
	 * or cleans up, and neither may stop in the middle. */
	return r;
}

static const char *
signal_text(int number)
{
	switch (number) {
	case SIGXCPU:
		return "it needed more processor time than its limit";
	case SIGKILL:
		return "it was killed (by hand, or because memory ran out)";
	case SIGSEGV:
	case SIGBUS:
	case SIGFPE:
	case SIGILL:
	case SIGABRT:
		return "it crashed; this is a fault in bifolio or one of its "
		    "libraries";
	default:
		return "it was ended by a signal";
	}
}

void
run_result_text(const struct run_result *r,
    const struct run_progress *progress, const struct run_limits *limits,
    struct buf *out)
{
	char where[400];

	switch (r->end) {
	case RUN_EXITED:
		buf_printf(out, "the builder ended with %d", r->code);
		break;
	case RUN_KILLED:
		buf_printf(out, "the build did not end: %s (signal %d)",
		    signal_text(r->code), r->code);
		break;
	case RUN_TIMED_OUT:
		buf_printf(out, "the build was stopped: it took more than "
		    "%ld seconds", limits->wall_seconds);
		break;
	case RUN_INTERRUPTED:
		buf_puts(out, "the build was stopped as you asked");
		break;
	case RUN_NOT_STARTED:
		buf_puts(out, "the build could not be started");
		break;
	}
	run_progress_where(progress, where, sizeof(where));
	if (where[0] != '\0' && r->end != RUN_EXITED)
		buf_printf(out, ", while working on %s", where);
}
