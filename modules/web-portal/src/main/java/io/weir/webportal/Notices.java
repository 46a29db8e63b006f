package io.weir.webportal;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.platform.api.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Tells the visitor how it went: refusals beside their fields or on top of the page, in the page's language. */
@ApplicationScoped
public class Notices {
    @Inject
    private Messages messages;

    /** Does it and answers the outcome, or says why not and stays on the page. */
    String attempt(String form, Supplier<String> deed) {
        try {
            return deed.get();
        } catch (RefusedException refused) {
            show(form, refused.refusal());
            return null;
        }
    }

    void done(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    }

    /** @param place a field's client id; null for the top of the page */
    void wrong(String place, String text) {
        FacesContext.getCurrentInstance().addMessage(place, error(text));
    }

    String text(Refusal refusal) {
        var locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return messages.text(locale, refusal.code(), refusal.arguments().toArray());
    }

    private void show(String form, Refusal refusal) {
        var faces = FacesContext.getCurrentInstance();
        var locale = faces.getViewRoot().getLocale();
        refusal.fields().forEach((field, reason) -> {
            String id = form + ":" + field;
            boolean known = faces.getViewRoot().findComponent(id) != null;
            faces.addMessage(known ? id : null, error(messages.text(locale, reason)));
        });
        if (refusal.fields().isEmpty()) {
            faces.addMessage(null, error(messages.text(locale, refusal.code(), refusal.arguments().toArray())));
        }
    }

    private static FacesMessage error(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null);
    }
}
