package io.weir.identity.api;

/** From where somebody signs in: network address and browser or client name (cut to 255 characters). */
public record Device(String address, String userAgent) {
    public Device {
        address = address == null ? "" : address;
        userAgent = userAgent == null ? "" : userAgent.substring(0, Math.min(255, userAgent.length()));
    }
}
