/* SPDX-License-Identifier: MIT */
/*
 * SHA-256 against the examples of its standard.
 */
#include "site/checksum.h"

#include "t.h"

T_MAIN
{
	char sum[CHECKSUM_SIZE];

	checksum_of("", 0, sum);
	t_str(sum, "e3b0c44298fc1c149afbf4c8996fb924"
	    "27ae41e4649b934ca495991b7852b855", "nothing has its checksum");
	checksum_of("abc", 3, sum);
	t_str(sum, "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad", "three bytes have theirs");
}
