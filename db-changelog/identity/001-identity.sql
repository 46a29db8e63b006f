--liquibase formatted sql

--changeset weir:identity-001 splitStatements:true endDelimiter:;
CREATE TABLE identity_user (
  tenant_id     UUID         NOT NULL,
  id            UUID         NOT NULL,
  email         VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  configured_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  full_name     VARCHAR(200) NOT NULL,
  company_name  VARCHAR(200) NULL,
  phone_number  VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  locale        CHAR(2)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role          VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id    UUID         NULL,
  suspended_at  DATETIME(3)  NULL,
  created_at    DATETIME(3)  NOT NULL,
  last_login_at DATETIME(3)  NULL,
  version       BIGINT       NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY identity_user_of_tenant (tenant_id, id),
  UNIQUE KEY identity_user_email (tenant_id, email),
  KEY identity_user_account (tenant_id, account_id),
  CONSTRAINT identity_user_email_form CHECK (email LIKE '%_@_%._%'),
  CONSTRAINT identity_user_role_known CHECK (role IN ('CUSTOMER', 'TENANT_ADMIN', 'PLATFORM_ADMIN')),
  CONSTRAINT identity_user_locale_known CHECK (locale IN ('en', 'vi', 'th'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE identity_session (
  tenant_id    UUID         NOT NULL,
  id           UUID         NOT NULL,
  user_id      UUID         NOT NULL,
  kind         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  address      VARCHAR(64)  NOT NULL,
  user_agent   VARCHAR(255) NOT NULL,
  created_at   DATETIME(3)  NOT NULL,
  last_used_at DATETIME(3)  NOT NULL,
  expires_at   DATETIME(3)  NOT NULL,
  revoked_at   DATETIME(3)  NULL,
  family_ended_at DATETIME(3) NULL,
  cookie_hash  CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (id),
  UNIQUE KEY identity_session_of_tenant (tenant_id, id),
  UNIQUE KEY identity_session_cookie (cookie_hash),
  KEY identity_session_user (tenant_id, user_id, expires_at),
  KEY identity_session_end (expires_at),
  CONSTRAINT identity_session_owner FOREIGN KEY (tenant_id, user_id) REFERENCES identity_user (tenant_id, id),
  CONSTRAINT identity_session_kind_known CHECK (kind IN ('API', 'BROWSER')),
  CONSTRAINT identity_session_cookie_kept CHECK ((kind = 'BROWSER') = (cookie_hash IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE identity_refresh_token (
  tenant_id  UUID        NOT NULL,
  id         UUID        NOT NULL,
  session_id UUID        NOT NULL,
  token_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issued_at  DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  used_at    DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY identity_refresh_token_hash (tenant_id, token_hash),
  KEY identity_refresh_token_session (tenant_id, session_id),
  KEY identity_refresh_token_end (expires_at),
  CONSTRAINT identity_refresh_token_family FOREIGN KEY (tenant_id, session_id)
    REFERENCES identity_session (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT identity_refresh_token_life CHECK (expires_at > issued_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE identity_reset_token (
  tenant_id  UUID        NOT NULL,
  id         UUID        NOT NULL,
  user_id    UUID        NOT NULL,
  token_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  used_at    DATETIME(3) NULL,
  version    BIGINT      NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY identity_reset_token_hash (tenant_id, token_hash),
  KEY identity_reset_token_user (tenant_id, user_id, created_at),
  KEY identity_reset_token_end (expires_at),
  CONSTRAINT identity_reset_token_owner FOREIGN KEY (tenant_id, user_id) REFERENCES identity_user (tenant_id, id),
  CONSTRAINT identity_reset_token_life CHECK (expires_at > created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE identity_api_key (
  tenant_id     UUID          NOT NULL,
  id            UUID          NOT NULL,
  account_id    UUID          NULL,
  user_id       UUID          NULL,
  role          VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name          VARCHAR(100)  NOT NULL,
  tier          VARCHAR(100)  NOT NULL,
  secret_prefix CHAR(12)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  secret_hash   CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  allowed_cidrs VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(3)   NOT NULL,
  last_used_at  DATETIME(3)   NULL,
  expires_at    DATETIME(3)   NULL,
  revoked_at    DATETIME(3)   NULL,
  version       BIGINT        NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY identity_api_key_of_tenant (tenant_id, id),
  UNIQUE KEY identity_api_key_secret (secret_hash),
  KEY identity_api_key_account (tenant_id, account_id, created_at),
  CONSTRAINT identity_api_key_maker FOREIGN KEY (tenant_id, user_id) REFERENCES identity_user (tenant_id, id),
  CONSTRAINT identity_api_key_holder CHECK ((role = 'CUSTOMER' AND account_id IS NOT NULL AND user_id IS NOT NULL) OR role = 'SERVICE')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:identity-002 splitStatements:true endDelimiter:;
--comment: The installation's own: no tenant
CREATE TABLE identity_signing_key (
  kid                VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation         INT             NOT NULL,
  public_jwk         TEXT            CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sealed_private_jwk VARBINARY(8000) NOT NULL,
  created_at         DATETIME(3)     NOT NULL,
  active_from        DATETIME(3)     NOT NULL,
  retire_at          DATETIME(3)     NULL,
  PRIMARY KEY (kid),
  UNIQUE KEY identity_signing_key_generation (generation),
  CONSTRAINT identity_signing_key_life CHECK (retire_at IS NULL OR retire_at > active_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE identity_epoch (
  id    INT    NOT NULL,
  epoch BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT identity_epoch_single CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO identity_epoch (id, epoch) VALUES (1, 1);

CREATE TABLE identity_failed_sign_in (
  bucket       CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  window_start DATETIME(3) NOT NULL,
  failures     INT         NOT NULL,
  PRIMARY KEY (bucket),
  KEY identity_failed_sign_in_age (window_start),
  CONSTRAINT identity_failed_sign_in_count CHECK (failures >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
