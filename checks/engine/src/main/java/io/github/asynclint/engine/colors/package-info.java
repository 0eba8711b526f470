/** What runs on which thread, and what does it do there? For people who look at a program as a whole. */
package io.github.asynclint.engine.colors;
