/** What a piece of code does to the thread it runs on, through any number of helpers. */
package io.github.asynclint.engine.effect;
