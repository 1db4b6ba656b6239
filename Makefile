# SPDX-License-Identifier: MIT
# bifolio: build, test, install.  "make help" lists what there is.

SHELL := /bin/bash
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules
# V=1 shows whole commands; else a line a file.
ifeq ($(V),1)
SAY := @:
DO :=
else
SAY := @echo
DO := @
endif

VERSION := $(shell sed -n 's/^\#define BIFOLIO_VERSION "\(.*\)"/\1/p' src/version.h)
VARIANT ?= rel
BUILD   ?= out/build/$(VARIANT)
OUT     ?= out
PREFIX  ?= /usr/local
DEPS    ?= yes
JOBS    ?= $(shell nproc 2>/dev/null || echo 2)

CC     ?= gcc
ifeq ($(origin CC),default)
CC := gcc
endif

PACKAGES := libcmark libxml-2.0 yaml-0.1 icu-uc icu-i18n harfbuzz \
            harfbuzz-subset fontconfig libdeflate libqrencode libpng libjpeg \
            nettle

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wvla -Wundef \
            -Wmissing-prototypes -Wstrict-prototypes -Wold-style-definition \
            -Wwrite-strings -Wcast-qual -Wpointer-arith -Wformat=2 \
            -Wswitch-enum -Wimplicit-fallthrough
ifeq ($(WERROR),1)
WARNINGS += -Werror
endif

HARDENING := -fstack-protector-strong -fstack-clash-protection \
             -fcf-protection -fPIE
LINK_HARDENING := -pie -Wl,-z,relro,-z,now,-z,noexecstack

# ICU and HarfBuzz declare deprecated types that clash with -Wundef; their
# headers are system headers and stay quiet.
CPPFLAGS_ALL := -D_POSIX_C_SOURCE=200809L -Isrc \
                -DBIFOLIO_SHARE='"$(PREFIX)/share/bifolio"' $(CPPFLAGS)
CFLAGS_ALL := -std=c11 -g $(WARNINGS) -ffile-prefix-map=$(CURDIR)=. \
              -fno-strict-aliasing
LDFLAGS_ALL :=

ifeq ($(VARIANT),rel)
CFLAGS_ALL += -O2 $(HARDENING)
CPPFLAGS_ALL += -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
LDFLAGS_ALL += $(LINK_HARDENING)
else ifeq ($(VARIANT),asan)
CFLAGS_ALL += -O1 -fno-omit-frame-pointer -fsanitize=address,undefined \
              -fno-sanitize-recover=undefined
CPPFLAGS_ALL += -DBIFOLIO_SANITIZED
LDFLAGS_ALL += -fsanitize=address,undefined
else ifeq ($(VARIANT),tsan)
CFLAGS_ALL += -O1 -fno-omit-frame-pointer -fsanitize=thread
CPPFLAGS_ALL += -DBIFOLIO_SANITIZED
LDFLAGS_ALL += -fsanitize=thread
else ifeq ($(VARIANT),fuzz)
CC := clang
CFLAGS_ALL += -O1 -fno-omit-frame-pointer \
              -fsanitize=fuzzer-no-link,address,undefined
CPPFLAGS_ALL += -DBIFOLIO_SANITIZED
LDFLAGS_ALL += -fsanitize=address,undefined
else
$(error VARIANT is rel, asan, tsan or fuzz, not "$(VARIANT)")
endif
CFLAGS_ALL += $(CFLAGS)
LDFLAGS_ALL += $(LDFLAGS)

# For --version and the report.
VERSION_OF = -DLIBRARY_$(1)='"$(shell pkg-config --modversion $(2) 2>/dev/null)"'
LIBRARY_VERSIONS = $(call VERSION_OF,CMARK,libcmark) \
    $(call VERSION_OF,FONTCONFIG,fontconfig) $(call VERSION_OF,HARFBUZZ,harfbuzz) \
    $(call VERSION_OF,ICU,icu-uc) $(call VERSION_OF,LIBDEFLATE,libdeflate) \
    $(call VERSION_OF,LIBJPEG,libjpeg) $(call VERSION_OF,LIBPNG,libpng) \
    $(call VERSION_OF,LIBQRENCODE,libqrencode) $(call VERSION_OF,LIBXML2,libxml-2.0) \
    $(call VERSION_OF,LIBYAML,yaml-0.1) \
    -DLIBRARY_LIBSTEMMER='"$(shell dpkg-query -W -f '$${Version}' libstemmer-dev 2>/dev/null | sed 's/-[^-]*$$//')"' \
    $(call VERSION_OF,NETTLE,nettle) \
    -DLIBRARY_LIBHYPHEN='"$(shell dpkg-query -W -f '$${Version}' libhyphen-dev 2>/dev/null | sed 's/-[^-]*$$//')"' \
    -DLIBRARY_LIBHARU='"$(shell sed -n 's/.*HPDF_VERSION_TEXT *"\([^"]*\)".*/\1/p' /usr/include/hpdf_version.h 2>/dev/null)"'

# Asked for only when something is compiled, so that "make deps" works on a
# machine that has no pkg-config yet.
PKG_CFLAGS = $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null | sed 's/-I/-isystem /g')
PKG_LIBS   = $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lhpdf -lhyphen -lstemmer -lpthread

FOLDERS := base emit run conf doc read site type page impose pdf booklet command
# A folder's archive and those it rests on, in link order.
BELOW_base    :=
BELOW_emit    := base
BELOW_run     := emit base
BELOW_conf    := base
BELOW_doc     := base
BELOW_read    := conf doc base
BELOW_site    := conf doc emit base
BELOW_type    := base
BELOW_page    := doc type base
BELOW_impose  := page doc type base
BELOW_pdf     := impose page doc type base
BELOW_booklet := pdf impose page type doc conf emit base
BELOW_command := booklet pdf impose page type site read doc conf run emit base

SOURCES := $(sort $(wildcard $(FOLDERS:%=src/%/*.c)))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o)
HEADERS := $(sort $(wildcard src/*.h $(FOLDERS:%=src/%/*.h)))
ARCHIVES := $(FOLDERS:%=$(BUILD)/lib%.a)
BINARY := $(BUILD)/bifolio
UNIT_SOURCES := $(sort $(wildcard tests/unit/*.c))
UNIT_TESTS := $(UNIT_SOURCES:tests/unit/%.c=$(BUILD)/unit/%)

.PHONY: all
all: $(BINARY)

$(BINARY): $(BUILD)/main.o $(ARCHIVES)
	$(SAY) '  LINK $@'
	$(DO)$(CC) $(LDFLAGS_ALL) -o $@ $(BUILD)/main.o -Wl,--start-group $(ARCHIVES) -Wl,--end-group $(PKG_LIBS)

$(BUILD)/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(SAY) '  CC   $<'
	$(DO)$(CC) $(CPPFLAGS_ALL) $(PKG_CFLAGS) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

$(BUILD)/command/libraries.o: CPPFLAGS_ALL += $(LIBRARY_VERSIONS)

define ARCHIVE_RULE
$(BUILD)/lib$(1).a: $$(patsubst src/%.c,$(BUILD)/%.o,$$(sort $$(wildcard src/$(1)/*.c)))
	@mkdir -p $$(@D)
	@rm -f $$@
	@$$(AR) rcD $$@ $$^
.PHONY: lib-$(1)
lib-$(1): $(BUILD)/lib$(1).a
endef
$(foreach folder,$(FOLDERS),$(eval $(call ARCHIVE_RULE,$(folder))))

# A unit test links with the archive of its folder and those below it.
define UNIT_RULE
$(BUILD)/unit/$(1): tests/unit/$(1).c tests/unit/t.h $(BUILD)/lib$(2).a $(BELOW_$(2):%=$(BUILD)/lib%.a)
	@mkdir -p $$(@D)
	$(SAY) '  CC   $$<'
	$(DO)$$(CC) $$(CPPFLAGS_ALL) -Itests/unit $$(PKG_CFLAGS) $$(CFLAGS_ALL) $$(LDFLAGS_ALL) -MMD -MP -MF $$@.d -o $$@ $$< -Wl,--start-group $(BUILD)/lib$(2).a $(BELOW_$(2):%=$(BUILD)/lib%.a) -Wl,--end-group $$(PKG_LIBS) -lm
.PHONY: unit-$(1)
unit-$(1): $(BUILD)/unit/$(1)
	$$<
endef
$(foreach test,$(UNIT_SOURCES:tests/unit/%.c=%),$(eval $(call UNIT_RULE,$(test),$(firstword $(subst _, ,$(test))))))

-include $(OBJECTS:.o=.d) $(BUILD)/main.d $(UNIT_TESTS:%=%.d)

# ---------------------------------------------------------------- commands

.PHONY: deps deps-test guide test soak lint asan tsan fuzz install uninstall dist
.PHONY: distcheck deb regold clean help unit-tests prop-tests tools manuals

deps:
	@DEPS=$(DEPS) deps/install.sh build

deps-test:
	@DEPS=$(DEPS) deps/install.sh build test

# Recursion so that pkg-config is asked after the packages are there.
guide: deps
	@$(MAKE) --no-print-directory -j$(JOBS) all
	$(BINARY) build content -o $(OUT) --clinic all -j $(JOBS)

PROP_SOURCES := $(sort $(wildcard tests/prop/*.c))
PROP_TESTS := $(PROP_SOURCES:tests/prop/%.c=$(BUILD)/prop/%)

define PROP_RULE
$(BUILD)/prop/$(1): tests/prop/$(1).c $(BUILD)/lib$(2).a $(BELOW_$(2):%=$(BUILD)/lib%.a)
	@mkdir -p $$(@D)
	$(SAY) '  CC   $$<'
	$(DO)$$(CC) $$(CPPFLAGS_ALL) $$(PKG_CFLAGS) $$(CFLAGS_ALL) $$(LDFLAGS_ALL) -MMD -MP -MF $$@.d -o $$@ $$< -Wl,--start-group $(BUILD)/lib$(2).a $(BELOW_$(2):%=$(BUILD)/lib%.a) -Wl,--end-group $$(PKG_LIBS)
endef
$(foreach test,$(PROP_SOURCES:tests/prop/%.c=%),$(eval $(call PROP_RULE,$(test),$(firstword $(subst _, ,$(test))))))
-include $(PROP_TESTS:%=%.d)

# Fuzz targets: with libFuzzer in the fuzz variant, elsewhere as programs that
# replay the seeds.
FUZZ_SOURCES := $(sort $(wildcard tests/fuzz/*.c))
FUZZ_TARGETS := $(FUZZ_SOURCES:tests/fuzz/%.c=$(BUILD)/fuzz/%)
FUZZ_FLAGS := $(if $(filter fuzz,$(VARIANT)),-fsanitize=fuzzer,-DFUZZ_REPLAY)
FUZZ_SECONDS ?= 60

define FUZZ_RULE
$(BUILD)/fuzz/$(1): tests/fuzz/$(1).c tests/fuzz/fuzz.h $(BUILD)/lib$(2).a $(BELOW_$(2):%=$(BUILD)/lib%.a)
	@mkdir -p $$(@D)
	$(SAY) '  CC   $$<'
	$(DO)$$(CC) $$(CPPFLAGS_ALL) $$(PKG_CFLAGS) $$(CFLAGS_ALL) $$(LDFLAGS_ALL) $$(FUZZ_FLAGS) -MMD -MP -MF $$@.d -o $$@ $$< -Wl,--start-group $(BUILD)/lib$(2).a $(BELOW_$(2):%=$(BUILD)/lib%.a) -Wl,--end-group $$(PKG_LIBS)
endef
$(foreach test,$(FUZZ_SOURCES:tests/fuzz/%.c=%),$(eval $(call FUZZ_RULE,$(test),$(firstword $(subst _, ,$(test))))))
-include $(FUZZ_TARGETS:%=%.d)

.PHONY: fuzz-targets fuzz-run
fuzz-targets: $(FUZZ_TARGETS)

# New inputs go to the build folder; what finds a fault becomes a seed by hand.
fuzz-run: fuzz-targets
	@for target in $(FUZZ_TARGETS); do name=$${target##*/}; \
	    mkdir -p $(BUILD)/corpus/$$name; \
	    made=$(CURDIR)/tests/fuzz/seeds/$$name/make; \
	    [ ! -f $$made ] || (cd $(BUILD)/corpus/$$name && root=$(CURDIR) bash $$made); \
	    echo "fuzzing $$name for $(FUZZ_SECONDS) seconds"; \
	    $$target -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 \
	        -max_len=8192 -print_final_stats=1 -artifact_prefix=$(BUILD)/$$name- \
	        $(BUILD)/corpus/$$name tests/fuzz/seeds/$$name 2>&1 | \
	        grep -E 'ERROR|SUMMARY|number_of_executed_units|Test unit' ; \
	    [ $${PIPESTATUS[0]} -eq 0 ] || exit 1; done

unit-tests: $(UNIT_TESTS)
prop-tests: $(PROP_TESTS)

tools:
	@TOOLS=$(abspath $(OUT)/tools) tests/tools.sh

# Builds the guide first: the referees judge what "make guide" made.
test: deps-test
	@$(MAKE) --no-print-directory tools
	@$(MAKE) --no-print-directory -j$(JOBS) all unit-tests prop-tests fuzz-targets
	@$(MAKE) --no-print-directory DEPS=no guide
	@BUILD=$(BUILD) OUT=$(OUT) VARIANT=$(VARIANT) CC=$(CC) JOBS=$(JOBS) \
	    TOOLS=$(abspath $(OUT)/tools) tests/run.sh $(AREAS)

# What takes longer than anybody waits for before a commit.
soak: deps-test
	@$(MAKE) --no-print-directory tools
	@$(MAKE) --no-print-directory -j$(JOBS) all
	@BUILD=$(BUILD) TOOLS=$(abspath $(OUT)/tools) tests/torture/run.sh long
	@$(MAKE) --no-print-directory DEPS=no guide
	@BUILD=$(abspath $(BUILD)) POINTS=all tests/fault/publishing.sh
	@OUT=$(abspath $(OUT)) MODES=all node tests/site/browser.mjs
	@BUILD=$(BUILD) MODES=all tests/guides/run.sh

# Time and memory of large guides, beside a program that only reads, parses and
# writes; tells, and judges nothing.  PAGES="100 1000" are sizes of sites.
.PHONY: bench
$(BUILD)/floor: tests/bench/floor.c
	@mkdir -p $(@D)
	$(SAY) '  CC   $<'
	$(DO)$(CC) $(CPPFLAGS_ALL) $(PKG_CFLAGS) $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $< $(PKG_LIBS)

bench: all $(BUILD)/floor
	@python3 tests/bench/bench.py $(BINARY) $(BUILD)/floor $(PAGES)

# One picture of each kind of page, at three widths, by day and by night.
.PHONY: contact-sheet
contact-sheet: deps-test guide tools
	@OUT=$(abspath $(OUT)) node tests/site/contact_sheet.mjs $(OUT)/contact-sheets $(PAGES)

lint: all
	@BUILD=$(BUILD) CC=$(CC) tests/lint/lint.sh

asan tsan:
	@$(MAKE) --no-print-directory -j$(JOBS) VARIANT=$@ all unit-tests prop-tests fuzz-targets

fuzz:
	@DEPS=$(DEPS) deps/install.sh build test
	@$(MAKE) --no-print-directory -j$(JOBS) VARIANT=fuzz fuzz-run

regold: all
	@[ -z "$$(git status --porcelain tests/golden)" ] || \
	    { echo "tests/golden has changes; commit or drop them first"; exit 1; }
	@BUILD=$(BUILD) REGOLD=1 tests/golden/run_dumps.sh
	@BUILD=$(BUILD) REGOLD=1 python3 tests/golden/run_small.py
	@BUILD=$(BUILD) REGOLD=1 tests/golden/run_messages.sh
	@BUILD=$(BUILD) REGOLD=1 node tests/site/trees.mjs
	@git --no-pager diff --stat tests/golden

# The parts of the manual that definitions tell: of components, and of keys.
manuals: all
	@for list in components templates; do \
	    man/lists.sh $(BINARY) man/bifolio.5 $$list > $(BUILD)/bifolio.5 && \
	    cat $(BUILD)/bifolio.5 > man/bifolio.5 || exit 1; done
	@BUILD=$(BUILD) man/keys.sh

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/bifolio \
	    $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5 \
	    $(DESTDIR)$(PREFIX)/share/doc/bifolio
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/bifolio
	cd themes && find . -type f | sort | while read -r f; do \
	    install -D -m 644 "$$f" "$(DESTDIR)$(PREFIX)/share/bifolio/themes/$$f"; done
	install -m 644 man/bifolio.1 $(DESTDIR)$(PREFIX)/share/man/man1/bifolio.1
	install -m 644 man/bifolio.5 $(DESTDIR)$(PREFIX)/share/man/man5/bifolio.5
	install -m 644 README.md LICENSE CHANGELOG.md $(DESTDIR)$(PREFIX)/share/doc/bifolio/

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/bifolio \
	    $(DESTDIR)$(PREFIX)/share/man/man1/bifolio.1 \
	    $(DESTDIR)$(PREFIX)/share/man/man5/bifolio.5
	rm -rf $(DESTDIR)$(PREFIX)/share/bifolio $(DESTDIR)$(PREFIX)/share/doc/bifolio

DIST := bifolio-$(VERSION)
dist:
	@mkdir -p $(OUT)/dist
	git archive --format=tar --prefix=$(DIST)/ HEAD | gzip -n9 > $(OUT)/dist/$(DIST).tar.gz
	@echo $(OUT)/dist/$(DIST).tar.gz

# What a packager would do: unpack, build, install, use what was installed.
distcheck: dist
	rm -rf $(OUT)/dist/$(DIST) $(OUT)/dist/root
	tar -C $(OUT)/dist -xzf $(OUT)/dist/$(DIST).tar.gz
	$(MAKE) -C $(OUT)/dist/$(DIST) DEPS=no PREFIX=/usr WERROR=1 all
	$(MAKE) -C $(OUT)/dist/$(DIST) DEPS=no PREFIX=/usr DESTDIR=$(abspath $(OUT)/dist/root) install
	cd $(OUT)/dist && BIFOLIO_SHARE=root/usr/share/bifolio root/usr/bin/bifolio build $(DIST)/content -o built
	rm -rf $(OUT)/dist/$(DIST) $(OUT)/dist/root $(OUT)/dist/built $(OUT)/dist/.built.*
	@echo "distcheck: $(DIST).tar.gz builds, installs and works"

deb: all
	@BUILD=$(abspath $(BUILD)) OUT=$(abspath $(OUT)) VERSION=$(VERSION) deps/make_deb.sh

clean:
	rm -rf out/build out/dist out/deb

help:
	@echo 'make            build the tool (out/build/rel/bifolio)'
	@echo 'make guide      install what is missing, build the tool and the guide (out/)'
	@echo 'make test       the same, then run every test; AREAS="unit pdf" picks some'
	@echo 'make soak       very large guides, every page in all circumstances, publishing'
	@echo '                with a fault at every system call'
	@echo 'make bench      how long large guides take, and how much memory'
	@echo 'make contact-sheet  pictures of each kind of page, in out/contact-sheets'
	@echo 'make lint       layers, owners of headers, shape of the code'
	@echo 'make asan tsan  build with sanitizers; then make test VARIANT=asan'
	@echo 'make fuzz       fuzz the parsers for a while (FUZZ_SECONDS=60 each)'
	@echo 'make manuals    tell in bifolio(5) what components, templates and keys there are'
	@echo 'make regold     make the golden files anew and show what changed'
	@echo 'make install    PREFIX=$(PREFIX) DESTDIR='
	@echo 'make deb dist distcheck'
	@echo 'make clean      remove what was built; the editions in out/ stay'
	@echo 'Variables: VARIANT=rel|asan|tsan|fuzz CC=gcc|clang WERROR=1 DEPS=no JOBS=N OUT=DIR'
