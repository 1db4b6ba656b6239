#!/bin/sh
# SPDX-License-Identifier: MIT
# Glyphs, advances and offsets of whole lines against hb-shape.  Needs
# $BUILD/prop/type_shape_dump and hb-shape.

if ! command -v hb-shape >/dev/null; then
	echo "hb-shape is missing: apt-get install libharfbuzz-bin"
	echo "0 passed, 1 failed"
	exit 1
fi
dump=$BUILD/prop/type_shape_dump
andika=/usr/share/fonts/truetype/andika
noto=/usr/share/fonts/truetype/noto
passed=0
failed=0

# same FONT LANGUAGE DIRECTION SCRIPT TEXT
same() {
	want=$(hb-shape --shapers=ot --no-glyph-names --no-clusters \
	    --cluster-level=1 --language="$2" --direction="$3" --script="$4" \
	    "$1" "$5")
	got=$("$dump" "$1" "$2" "$3" "$5")
	if [ -n "$want" ] && [ "$want" = "$got" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf '%s\n  want %s\n  got  %s\n' "$5" "$want" "$got"
	fi
}

for face in Regular Bold; do
	same "$andika/Andika-$face.ttf" en ltr Latn \
	    'Babies cry: AVATAR, To Wait, "Yes", office affluent.'
	same "$andika/Andika-$face.ttf" en ltr Latn \
	    'Call 0800 123 4567 (free), 24/7; 38.5 °C – 10 mg…'
	same "$andika/Andika-$face.ttf" pl ltr Latn \
	    'Zażółć gęślą jaźń, więc ćwicz.'
	same "$andika/Andika-$face.ttf" vi ltr Latn \
	    'Tiếng Việt: ngủ, bú, ẵm, ờ.'
	same "$andika/Andika-$face.ttf" ro ltr Latn 'înțelegeți și știți'
	same "$andika/Andika-$face.ttf" en ltr Latn 'decomposed: é ǫ́ m̀'
	same "$andika/Andika-$face.ttf" uk ltr Cyrl \
	    'Дитина плаче, їй зимно.'
done
for face in Regular Bold; do
	same "$noto/NotoSansArabic-$face.ttf" ar rtl Arab 'مرحبا بالعالم'
	same "$noto/NotoSansArabic-$face.ttf" ar rtl Arab 'السَّلَامُ عَلَيْكُمْ'
	same "$noto/NotoSansArabic-$face.ttf" ur rtl Arab 'بچہ رو رہا ہے'
	same "$noto/NotoSansHebrew-$face.ttf" he rtl Hebr 'שָׁלוֹם עולם'
	same "$noto/NotoSansDevanagari-$face.ttf" hi ltr Deva \
	    'शिशु रोता है क्षत्रिय द्वितीय'
	same "$noto/NotoSansBengali-$face.ttf" bn ltr Beng 'শিশু কাঁদছে'
	same "$noto/NotoSansThai-$face.ttf" th ltr Thai 'ทารกร้องไห้ น้ำ'
	same "$noto/NotoSansTamil-$face.ttf" ta ltr Taml 'குழந்தை அழுகிறது'
	same "$noto/NotoSansKhmer-$face.ttf" km ltr Khmr 'ទារកយំ'
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
