package io.weir.notifications.internal;

/** What goes along with a mail, as it leaves. {@code name} with its ending, in ASCII. */
record EnclosedFile(String name, String mediaType, byte[] bytes) {
}
