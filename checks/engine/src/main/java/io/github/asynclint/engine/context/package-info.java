/** Which thread runs a piece of code, and how do we know? */
package io.github.asynclint.engine.context;
