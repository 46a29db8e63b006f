package io.weir.identity.domain;

import io.weir.identity.api.NewUser;

/** A new user whose every part may be kept; absent parts are null. */
public record Registration(EmailAddress email, String fullName, String companyName, String phoneNumber, String locale) {
    private static final String ADMINISTRATOR = "Administrator";

    /** Of somebody who chose a password, which is judged too. */
    public static Registration withPassword(NewUser user) {
        var complaints = new Complaints();
        PasswordRules.objection(user.password(), EmailAddress.read(user.email()).orElse(null))
                .ifPresent(reason -> complaints.add("password", reason));
        return of(user, complaints);
    }

    /** Of somebody who brings the hash of a password that another system accepted. */
    public static Registration withForeignHash(NewUser user, String hash) {
        var complaints = new Complaints();
        complaints.addIf(!PasswordHashes.isForeign(hash), "passwordHash", "HASH_UNKNOWN");
        return of(user, complaints);
    }

    public static Registration administrator(String email) {
        var complaints = new Complaints();
        var address = email(email, complaints);
        complaints.refuseIfAny();
        return new Registration(address, ADMINISTRATOR, null, null, PersonDetails.DEFAULT_LOCALE);
    }

    private static Registration of(NewUser user, Complaints complaints) {
        var email = email(user.email(), complaints);
        var made = new Registration(email, PersonDetails.fullName(user.fullName(), complaints),
                PersonDetails.companyName(user.companyName(), complaints),
                PersonDetails.phoneNumber(user.phoneNumber(), complaints),
                PersonDetails.localeOrDefault(user.locale()));
        complaints.refuseIfAny();
        return made;
    }

    private static EmailAddress email(String text, Complaints complaints) {
        var email = EmailAddress.read(text);
        complaints.addIf(text == null || text.isBlank(), "email", "REQUIRED");
        complaints.addIf(email.isEmpty(), "email", "BAD_EMAIL");
        return email.orElse(null);
    }
}
