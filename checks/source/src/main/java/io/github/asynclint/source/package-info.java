/** Source text to facts: JavaParser's trees with an attribution of our own on top. */
package io.github.asynclint.source;
