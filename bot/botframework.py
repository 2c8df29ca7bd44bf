"""Teams through the Bot Framework SDK, with the repairs that 4.17.1 needs; the only file that imports it.

The SDK checks tokens and runs the turn. Its HTTP client (a new session, thread and retry policy per turn), its
activity models (they lose citations and tenant ids) and its key cache (a rotated key locks everybody out for a day)
are stood in for at the seams that it offers: connector factory, credentials factory, metadata cache.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Self

from botbuilder.core import TurnContext
from botbuilder.integration.aiohttp import CloudAdapter
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount, ResourceResponse
from botframework.connector.auth import (
    AuthenticateRequestResult,
    AuthenticationConfiguration,
    AuthenticationConstants,
    BotFrameworkAuthentication,
    BotFrameworkAuthenticationFactory,
    ClaimsIdentity,
    ConnectorFactory,
    JwtTokenExtractor,
    ManagedIdentityAppCredentials,
    MicrosoftAppCredentials,
    ServiceClientCredentialsFactory,
)

from bot.config import Settings
from bot.gate import Refused
from bot.keys import Key, Keys, KeysUnavailable
from bot.sender import Sender
from bot.wire import part

ISSUER = "https://api.botframework.com"
SCOPE = "https://api.botframework.com"
OPENID = "https://login.botframework.com/v1/.well-known/openidconfiguration"
LOGIN = "https://login.microsoftonline.com/"
TOKEN_KEPT = 240.0
"""Seconds a token is handed out without asking MSAL, which renews it five minutes before it runs out."""
TOKEN_TIMEOUT = 10.0


class Credentials(ServiceClientCredentialsFactory):  # type: ignore[misc]  # the SDK is untyped
    """One set of credentials for the process: as shipped, the SDK builds one a turn and asks for a token each time."""

    def __init__(self, settings: Settings, clock: Callable[[], float]) -> None:
        self._app_id = settings.app_id
        self._clock = clock
        self._lock = asyncio.Lock()
        self._kept: tuple[str, float] | None = None
        if settings.app_type == "UserAssignedMSI":
            self._source = ManagedIdentityAppCredentials(settings.app_id, SCOPE)
        else:
            secret = settings.app_secret.get_secret_value()
            self._source = MicrosoftAppCredentials(settings.app_id, secret, settings.app_tenant or None, SCOPE)

    async def is_valid_app_id(self, app_id: str) -> bool:
        """Whether a token was meant for this bot."""
        return bool(self._app_id) and app_id == self._app_id

    async def is_authentication_disabled(self) -> bool:
        """Whether there is nothing to check tokens by: only with the local switch (see Settings.check_serving)."""
        return not self._app_id

    async def create_credentials(
        self, app_id: str, oauth_scope: str, login_endpoint: str, validate_authority: bool
    ) -> Any:
        """The same credentials for every turn."""
        return self._source

    async def token(self, fresh: bool = False) -> str | None:
        """The bearer token for the connector, None without an app id. Raises TimeoutError, PermissionError."""
        if not self._app_id:
            return None
        if not fresh and self._kept is not None and self._clock() < self._kept[1]:
            return self._kept[0]
        async with self._lock:
            if fresh or self._kept is None or self._clock() >= self._kept[1]:
                # MSAL blocks while it talks to Entra.
                asking = asyncio.to_thread(self._source.get_access_token, fresh)
                self._kept = (str(await asyncio.wait_for(asking, TOKEN_TIMEOUT)), self._clock() + TOKEN_KEPT)
            return self._kept[0]


class _Metadata:
    """Takes the place of the SDK's key cache: that one blocks the loop and never sees a rotated key in time."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    async def get(self, key_id: str | None) -> Key:
        key = await self._keys.find(key_id)
        if key is None:
            raise PermissionError("unknown signing key")
        return key


class _NoKeys:
    """Stands for the keys of emulators and skills: their tokens are never taken."""

    async def get(self, key_id: str | None) -> Any:
        raise PermissionError("not a channel's token")


class Door(BotFrameworkAuthentication):  # type: ignore[misc]  # the SDK is untyped
    """The SDK's check of a request, with 401 for every token that it does not like."""

    def __init__(self, credentials: Credentials, keys: Keys, sender: Sender, openid: str) -> None:
        self._credentials = credentials
        self._connectors = _Connectors(sender)
        elsewhere = f"{openid}#not-a-channel"
        JwtTokenExtractor.metadataCache[openid] = _Metadata(keys)
        JwtTokenExtractor.metadataCache[elsewhere] = _NoKeys()
        self._inner = BotFrameworkAuthenticationFactory.create(
            channel_service="",
            validate_authority=True,
            to_channel_from_bot_login_url=LOGIN,
            to_channel_from_bot_oauth_scope=SCOPE,
            to_bot_from_channel_token_issuer=ISSUER,
            oauth_url=AuthenticationConstants.OAUTH_URL,
            to_bot_from_channel_open_id_metadata_url=openid,
            to_bot_from_emulator_open_id_metadata_url=elsewhere,
            credential_factory=credentials,
            auth_configuration=AuthenticationConfiguration(),
        )

    async def authenticate_request(self, activity: Activity, auth_header: str | None) -> AuthenticateRequestResult:
        """Who sent the activity. Raises Refused: 401 for a token that does not hold, 503 while keys are missing."""
        if await self._credentials.is_authentication_disabled():
            auth_header = None
        try:
            result = await self._inner.authenticate_request(activity, auth_header or None)
        except KeysUnavailable as error:
            raise Refused(503, "keys") from error
        except Exception as error:
            # The SDK refuses by PermissionError, by bare Exception, and by whatever PyJWT and its own slips raise.
            raise Refused(401, "token") from error
        claims = result.claims_identity.claims
        if auth_header is not None and (claims.get("iss") != ISSUER or "exp" not in claims):
            raise Refused(401, "token")
        result.connector_factory = self._connectors
        return result

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:
        """The pooled way out."""
        return self._connectors

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """None: nobody signs in here, and the SDK would build a client for it on every turn."""
        return

    async def authenticate_streaming_request(
        self, auth_header: str, channel_id_header: str
    ) -> AuthenticateRequestResult:
        """Never: the service has no web socket."""
        raise Refused(401, "streaming")

    async def authenticate_channel_request(self, auth_header: str) -> ClaimsIdentity:
        """Never: the service is no skill host."""
        raise Refused(401, "skill")

    def create_bot_framework_client(self) -> Any:
        """Never: the service calls no skills."""
        raise NotImplementedError("skills are not used")

    def get_originating_audience(self) -> str:
        """The audience of the tokens that are sent out."""
        return SCOPE


class _Connectors(ConnectorFactory):  # type: ignore[misc]  # the SDK is untyped
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def create(self, service_url: str, audience: str) -> Any:
        """What the SDK sends by, in this turn."""
        return _Connector(self._sender, service_url)


class _Connector:
    """The three calls that the SDK's adapter makes of a connector client."""

    def __init__(self, sender: Sender, service_url: str) -> None:
        self._sender = sender
        self._service_url = service_url
        self.conversations = self

    async def reply_to_activity(self, conversation: str, reply_to: str, activity: WireActivity) -> ResourceResponse:
        sent = await self._sender.post(self._service_url, conversation, activity.addressed(), reply_to)
        return ResourceResponse(id=sent)

    async def send_to_conversation(self, conversation: str, activity: WireActivity) -> ResourceResponse:
        return ResourceResponse(id=await self._sender.post(self._service_url, conversation, activity.addressed()))

    async def update_activity(self, conversation: str, activity_id: str, activity: WireActivity) -> ResourceResponse:
        await self._sender.put(self._service_url, conversation, activity_id, activity.addressed())
        return ResourceResponse(id=activity_id)


class WireActivity(Activity):  # type: ignore[misc]  # the SDK is untyped
    """An activity that goes out as the JSON it was made of: the SDK's models drop what they do not know."""

    def __init__(self, wire: Mapping[str, Any]) -> None:
        super().__init__(type=wire["type"], input_hint="acceptingInput")
        self.wire = wire

    def __deepcopy__(self, memo: object) -> Self:
        # TurnContext copies what it sends; the JSON is never changed, so it need not be walked.
        return type(self)(self.wire)

    def addressed(self) -> dict[str, Any]:
        """The JSON with sender, recipient and conversation as the SDK's turn filled them in."""
        address: dict[str, Any] = {
            "channelId": self.channel_id,
            "serviceUrl": self.service_url,
            "conversation": {"id": self.conversation.id},
            "from": _account(self.from_property),
            "recipient": _account(self.recipient),
            "replyToId": self.reply_to_id,
            "id": self.id,
        }
        return {**{key: value for key, value in address.items() if value}, **self.wire}


def _account(account: ChannelAccount | None) -> dict[str, str]:
    return {"id": account.id, **({"name": account.name} if account.name else {})} if account and account.id else {}


class Sdk:
    """The SDK's adapter as the channel uses it: check a request, run a turn, say something within it."""

    def __init__(self, settings: Settings, sender: Sender, credentials: Credentials, keys: Keys, openid: str) -> None:
        self._door = Door(credentials, keys, sender, openid)
        self._adapter = CloudAdapter(self._door)
        self.tokens_checked = not settings.anonymous

    async def admit(self, body: Mapping[str, Any], auth_header: str | None) -> AuthenticateRequestResult:
        """Check the token against the wire activity. Raises Refused."""
        return await self._door.authenticate_request(_incoming(body), auth_header)

    async def run(
        self, body: Mapping[str, Any], admitted: AuthenticateRequestResult, logic: Callable[[Said], Awaitable[None]]
    ) -> None:
        """Run one turn through the SDK's pipeline; without on_turn_error, so that no failure is swallowed."""
        await self._adapter.process_activity(admitted, _incoming(body), lambda context: logic(Said(context)))


class Said:
    """The way to say something within a turn."""

    def __init__(self, context: TurnContext) -> None:
        self._context = context

    async def send(self, wire: Mapping[str, Any]) -> str:
        """Answer the activity; returns the answer's id. Raises DeliveryError."""
        response = await self._context.send_activity(WireActivity(wire))
        return str(response.id or "") if response else ""

    async def update(self, activity: str, wire: Mapping[str, Any]) -> None:
        """Put a message in the place of an earlier one of this conversation. Raises DeliveryError."""
        new = WireActivity(wire)
        new.id = activity
        await self._context.update_activity(new)


def _incoming(body: Mapping[str, Any]) -> Activity:
    """As much of the wire activity as the SDK needs to check it and to address answers."""
    bot, sender = part(body, "recipient"), part(body, "from")
    return Activity(
        type=str(body.get("type")),
        id=body.get("id"),
        channel_id=body.get("channelId"),
        service_url=body.get("serviceUrl"),
        locale=body.get("locale"),
        from_property=ChannelAccount(id=sender.get("id"), name=sender.get("name")),
        recipient=ChannelAccount(id=bot.get("id"), name=bot.get("name")),
        conversation=ConversationAccount(id=part(body, "conversation").get("id")),
    )
