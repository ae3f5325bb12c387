/** Looks at the running provider once a second and says what a person wants to know of it. */
package io.cairn.node.watch;
