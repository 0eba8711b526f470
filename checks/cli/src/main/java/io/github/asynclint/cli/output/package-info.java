/** How findings are written: as text for people, SARIF for tools and HTML for browsers. */
package io.github.asynclint.cli.output;
