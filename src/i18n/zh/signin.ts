export const signin = {
  title: '工会干部登录',
  demo: {
    title: '演示账号',
    lead: '这是演示环境，点一下即可用该身份登录。',
    as: (name: string) => `以${name}的身份登录`,
  },
}
