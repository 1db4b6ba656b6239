// SPDX-License-Identifier: MIT
export const additionExamples = 21;
export const differs = [];
