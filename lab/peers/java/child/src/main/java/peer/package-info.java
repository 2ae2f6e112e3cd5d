/** A foreign agent loop as a process of its own, which plays on the desk's tools over HTTP. */
package peer;
