/** What becomes of the async results that code is given, and what do callbacks do with theirs? */
package io.github.asynclint.rules.results;
