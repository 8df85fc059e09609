"""Lists, calls and reads with the Python SDK, in both eras, on the sandbox."""

import asyncio
import sys

from mcp.client import Client
from mcp.client.stdio import StdioServerParameters


async def check(program: str, mode: str) -> str:
    server = StdioServerParameters(command=program, args=["--demo"])
    async with Client(server, mode=mode) as client:
        version = client.session.protocol_version
        names = [tool.name for tool in (await client.list_tools()).tools]
        assert names == sorted(names) and "search_issues" in names, names

        found = await client.call_tool("search_issues", {"query": "is:unresolved level:error", "limit": 3})
        assert not found.is_error, found
        issues = found.structured_content["issues"]
        assert len(issues) == 3 and found.content[0].text.startswith("`is:unresolved level:error` in `acme`: 3 of ")

        issue = await client.call_tool("get_issue", {"issue": issues[0]["shortId"]})
        assert issue.structured_content["issue"]["id"] == issues[0]["id"], issue

        for arguments, code in [
            ({"query": "is:resloved"}, "SENTRY_INVALID_QUERY"),
            ({"limt": 3}, "SENTRY_INVALID_ARGUMENT"),
        ]:
            refused = await client.call_tool("search_issues", arguments)
            assert refused.is_error and refused.structured_content["error"]["code"] == code, refused

        resources = (await client.list_resources()).resources
        recent = await client.read_resource(str(resources[0].uri))
        assert "SHOP-" in recent.contents[0].text, recent
        return version


async def main() -> None:
    program = sys.argv[1]
    for mode, expected in [("legacy", "2025-11-25"), ("auto", "2026-07-28"), ("2026-07-28", "2026-07-28")]:
        version = await asyncio.wait_for(check(program, mode), 60)
        assert version == expected, (mode, version)
        print(f"Python SDK, {mode}: {version}, all well")


asyncio.run(main())
